/* The desk by single keys. Every key presses what stands on the page: without this the same is done with the pointer. What
   was done comes back as the server's page, and the place in the list stays. */

const OFF = "colloquy-desk-keys-off"; // what this browser remembers

const main = document.querySelector("main.desk");
const boxes = () => [...document.querySelectorAll("#queue input[name=comment]")];
const rows = () => [...document.querySelectorAll("#queue .rows > li")];
const current = () => document.querySelector("#queue .rows > li.current");
const index = () => rows().indexOf(current());
const value = (id) => document.getElementById(id)?.value ?? "";
const off = () => localStorage.getItem(OFF) !== null;

/* What happened is on the page already, and only said; what is asked for is shown, too. */
function say(words, shown = true) {
  const says = document.getElementById("desk-says");
  says.classList.toggle("unseen", !shown || !words);
  says.textContent = words;
  if (shown && words) {
    current()?.scrollIntoView({ block: "nearest" });
  }
}

const id = (row) => row.querySelector("input[name=comment]").value.split(":")[0];

function at(index) {
  const all = rows();
  const row = all[Math.max(0, Math.min(index, all.length - 1))];
  if (!row) {
    main.querySelector("h1").focus();
    return;
  }
  mark(row);
  row.querySelector("summary").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function mark(row) {
  current()?.classList.remove("current");
  row.classList.add("current");
}

/* Focused where it stands: the bar that stays in view is no reason to move the page. */
function ask(field) {
  field.focus({ preventScroll: true });
  const { top, bottom } = field.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) {
    field.scrollIntoView({ block: "nearest" });
  }
  say(field.dataset.ask);
}

/* Where one stood or, where that has left the list, at the first after it that is still there, or the last before it. */
function backTo(kept) {
  const left = new Map(rows().map((row, at) => [id(row), at]));
  const after = kept.ids.slice(kept.index).find((one) => left.has(one));
  const before = kept.ids.slice(0, kept.index).findLast((one) => left.has(one));
  at(left.get(after ?? before) ?? kept.index);
}

let busy = false;

/* Posts once, whatever comes of it: what may have arrived is never sent again. */
async function send(form, button, row) {
  const kept = { rule: value("rule"), reason: value("reason"), index: Math.max(0, index()), ids: rows().map(id) };
  const body = new URLSearchParams(new FormData(form, button));
  if (row) {
    body.append("comment", row.querySelector("input[name=comment]").value);
  }
  busy = true;
  say("");
  try {
    const response = await fetch(button?.hasAttribute("formaction") ? button.formAction : form.action, {
      method: "POST",
      body,
      headers: { Accept: "text/html" },
    });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const next = page.querySelector("main");
    if (!next) {
      say(main.dataset.lost);
    } else if (next.matches(".desk")) {
      show(page, next, response.url);
      for (const name of ["rule", "reason"]) {
        const field = document.getElementById(name);
        if (field) {
          field.value = kept[name];
        }
      }
      // What an undo brings back stands where one is.
      form.id === "undo" ? at(kept.index) : backTo(kept);
      say(main.querySelector(".done p")?.textContent ?? "", false);
    } else if (response.redirected) {
      location.assign(response.url);
    } else {
      // Nothing was done: the page that says why, with what was chosen.
      show(page, next, location.href);
      const head = main.querySelector("h1");
      head.tabIndex = -1;
      head.focus();
      say(main.querySelector(".problems a, .lead")?.textContent ?? "", false);
    }
  } catch {
    say(main.dataset.lost);
  } finally {
    busy = false;
  }
}

/* What is said is read out where it always stood: everything around it is new. */
function show(page, next, address) {
  const says = document.getElementById("desk-says");
  for (const child of [...main.childNodes]) {
    if (child !== says) {
      child.remove();
    }
  }
  next.querySelector("#desk-says")?.remove();
  main.className = next.className;
  main.prepend(...[...next.childNodes].map((child) => document.importNode(child, true)));
  document.title = page.title;
  history.replaceState(null, "", address);
  ready();
}

/* What is meant: all that is ticked, or else the row that one is at. */
function act(which) {
  const button = document.getElementById("act-" + which);
  if (!button) {
    return;
  }
  const ticked = boxes().some((box) => box.checked);
  if (!ticked && !current()) {
    say(main.dataset.none);
  } else if (which === "hide" && !value("rule") && !value("reason").trim()) {
    ask(document.getElementById("rule"));
  } else {
    send(button.form, button, ticked ? null : current());
  }
}

function follow(selector, otherwise) {
  const link = current()?.querySelector(selector);
  if (link) {
    link.click();
  } else {
    say(current() ? otherwise : main.dataset.none);
  }
}

const KEYS = {
  j: () => at(index() + 1),
  k: () => at(Math.max(0, index() - 1)),
  x: () => (current() ? current().querySelector("input[name=comment]").click() : say(main.dataset.none)),
  "*": () => {
    const all = boxes().every((box) => box.checked);
    boxes().forEach((box) => (box.checked = !all));
  },
  h: () => act("hide"),
  r: () => act("restore"),
  a: () => act("approve"),
  o: () => follow("a.to-move", main.dataset.noMove),
  t: () => follow("a.to-place", main.dataset.none),
  b: () => follow("a.to-suspend", main.dataset.noSuspend),
  z: () => {
    const form = document.getElementById("undo");
    if (form) {
      send(form);
    } else {
      say(main.dataset.noUndo);
    }
  },
  "?": () => {
    const keys = document.getElementById("keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
  },
};

function ready() {
  const keys = document.getElementById("keys");
  if (!keys) {
    return;
  }
  keys.hidden = false;
  const on = document.getElementById("keys-on");
  on.checked = !off();
  on.addEventListener("change", () => {
    if (on.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, "");
    }
    document.documentElement.classList.toggle("keys-off", off());
  });
  document.documentElement.classList.toggle("keys-off", off());
  const back = main.querySelector(".rows summary[autofocus]");
  if (back) {
    at(rows().indexOf(back.closest("li")));
  } else if (main.querySelector("h1[autofocus]")) {
    at(0);
  }
}

if (main) {
  ready();
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
    if (typing && event.key === "Escape") {
      say("");
      at(Math.max(0, index()));
      return;
    }
    const key = KEYS[event.key];
    // A key that is held down moves on, and does nothing twice.
    if (!key || typing || off() || busy || !document.getElementById("keys") || (event.repeat && !"jk".includes(event.key))) {
      return;
    }
    event.preventDefault();
    say("");
    key();
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("#queue .rows > li");
    if (row) {
      mark(row);
    }
  });
}
