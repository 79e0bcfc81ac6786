/* Writes in place: the form comes to where its link stands, and what was posted stands there without a page being loaded.
   Without this the form has a page of its own, and whatever goes wrong here leads there. */

const FORM = /\/comments\/(new|\d+\/reply)$/;

const parse = (html) => new DOMParser().parseFromString(html, "text/html");

const tell = (element, what) => element.dispatchEvent(new CustomEvent("colloquy:" + what, { bubbles: true }));

let place = null; // where the form is, if it is anywhere
let asked = null; // whose form was asked for last

/* What the form's page says about it, but for what stands around it here anyway. */
function within(page) {
  const main = page.querySelector("main");
  const form = main?.querySelector("form#post");
  if (!form) {
    return null;
  }
  const parts = [...main.querySelectorAll(".text > .problems, .text > #preview, .text > .term-words, .text > .to-rules")];
  const heading = document.createElement("h4");
  heading.id = "in-place-title";
  heading.textContent = main.querySelector("h1").textContent;
  const rules = parts.find((part) => part.matches(".to-rules"))?.querySelector("a");
  if (rules) {
    rules.href = main.querySelector("#rules > p > a").href;
  }
  return [heading, ...parts, form];
}

function show(parts) {
  place.section.replaceChildren(...parts);
  const form = place.section.querySelector("form");
  tell(form, "form");
  const problems = place.section.querySelector(".problems, #preview");
  if (problems) {
    problems.tabIndex = -1;
    problems.focus();
    problems.scrollIntoView({ block: "nearest" });
    return;
  }
  const text = form.querySelector("textarea");
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
  place.section.scrollIntoView({ block: "nearest" });
}

function close() {
  const form = place?.section.querySelector("form");
  if (form) {
    tell(form, "leaving");
  }
  place?.section.remove();
  place = null;
}

async function open(link) {
  asked = link;
  const parts = within(parse(await text(await fetch(link.href))));
  if (asked !== link) {
    return; // another link was pressed meanwhile
  }
  if (!parts) {
    throw new Error("no form");
  }
  close();
  const section = document.createElement("section");
  section.className = "in-place asking";
  section.setAttribute("aria-labelledby", "in-place-title");
  link.closest("p").after(section);
  place = { section, link };
  show(parts);
}

async function text(response) {
  if (response.status >= 500) {
    throw new Error(response.statusText);
  }
  return response.text();
}

/* Which branches the reader has folded. */
const folded = () =>
  [...document.querySelectorAll("details.branch:not([open])")].map((one) => one.parentElement.querySelector(".comment").id);

/* Where the comment stands now: this very page as the server has it, with all its counts. */
async function arrive(posted, page) {
  const hash = "#" + page.querySelector(".itself .comment").id; // what is fetched has no fragment in its address
  const now = parse(await text(await fetch(location.href)));
  const code = page.querySelector("aside.done");
  const discussion = (address) => new URL(address).pathname.replace(/\/(comments|terms)\/.*/, "");
  if (discussion(posted) !== discussion(location.href) || !now.querySelector(hash)) {
    // In the Open Thread, or on another page.
    if (code) {
      const way = document.createElement("p");
      const link = way.appendChild(page.querySelector(".itself a.number"));
      link.removeAttribute("class");
      link.href = posted + hash;
      link.textContent = page.querySelector("h1").textContent;
      place.section.replaceChildren(document.importNode(code, true), way);
      place.section.tabIndex = -1;
      place.section.focus();
      place = null;
    } else {
      location.assign(posted + hash);
    }
    return;
  }
  const closed = folded();
  const main = document.importNode(now.querySelector("main"), true);
  document.querySelector("main").replaceWith(main);
  closed.forEach((id) => main.querySelector("#" + id)?.parentElement.querySelector("details.branch")?.removeAttribute("open"));
  const mine = main.querySelector(hash);
  for (let around = mine.closest("details"); around; around = around.parentElement.closest("details")) {
    around.open = true;
  }
  if (code) {
    // It is shown once, and this was the time.
    mine.before(document.importNode(code, true));
  }
  place = null;
  location.replace(hash); // the browser marks it and goes there
  tell(main, "main");
  mine.tabIndex = -1;
  mine.focus({ preventScroll: true });
  if (code) {
    mine.previousElementSibling.scrollIntoView({ block: "nearest" });
  }
}

async function send(form, button) {
  const sentFrom = place;
  const action = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const response = await fetch(action.replace(/#.*/, ""), {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    headers: { Accept: "text/html" },
  });
  if (response.status === 410) {
    HTMLFormElement.prototype.submit.call(form); // the article was withdrawn: a page says so, and gives the text back
    return;
  }
  const page = parse(await text(response));
  if (place !== sentFrom) {
    return; // left before the answer came: refused, it is a draft; posted, it is there at the next load
  }
  if (response.redirected && response.ok) {
    await arrive(response.url, page);
    return;
  }
  const parts = within(page);
  if (!parts) {
    throw new Error("no form");
  }
  show(parts);
}

/* The text is still there: whoever reads this can try again. */
function failed(form) {
  form.querySelector(".failed")?.remove();
  const note = document.createElement("p");
  note.className = "error failed";
  note.setAttribute("role", "alert");
  note.textContent = form.dataset.failed;
  form.querySelector(".buttons").before(note);
}

document.addEventListener("click", (click) => {
  const link = click.target.closest("a");
  if (!link || click.defaultPrevented || click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) {
    return;
  }
  if (place && place.section.contains(link) && link.closest(".buttons")) {
    click.preventDefault();
    const back = place.link;
    close();
    back.focus();
  } else if (FORM.test(link.pathname) && link.origin === location.origin && (place || !document.querySelector("#post"))) {
    click.preventDefault();
    open(link).catch(() => location.assign(link.href));
  }
});

document.addEventListener("submit", (submitted) => {
  const form = submitted.target;
  if (!place?.section.contains(form) || submitted.defaultPrevented) {
    return;
  }
  submitted.preventDefault();
  if ("busy" in form.dataset) {
    return; // pressed twice
  }
  form.dataset.busy = "true";
  const buttons = form.querySelectorAll("button");
  buttons.forEach((button) => (button.disabled = true));
  send(form, submitted.submitter)
    .catch(() => failed(form))
    .finally(() => {
      delete form.dataset.busy;
      buttons.forEach((button) => (button.disabled = false));
    });
});
