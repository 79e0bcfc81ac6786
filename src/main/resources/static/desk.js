/* The desk by single keys. Every key presses what stands on the page: without this the same is done with the pointer. What
   was done comes back as the server's page, and the place in the list stays. */

const OFF = "colloquy-desk-keys-off"; // what this browser remembers

const main = () => document.querySelector("main.desk");
const rows = () => [...document.querySelectorAll("#queue .rows > li")];
const current = () => document.querySelector("#queue .rows > li.current");
const off = () => localStorage.getItem(OFF) !== null;

function say(words) {
  document.getElementById("desk-says").textContent = words;
}

function at(index) {
  const all = rows();
  const row = all[Math.max(0, Math.min(index, all.length - 1))];
  current()?.classList.remove("current");
  if (!row) {
    document.querySelector("main h1").focus();
    return;
  }
  row.classList.add("current");
  row.querySelector("summary").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

const index = () => rows().indexOf(current());

/* What is meant: all that is ticked, or else the row that one is at. */
function tick() {
  const boxes = [...document.querySelectorAll("#queue input[name=comment]")];
  if (!boxes.some((box) => box.checked) && current()) {
    current().querySelector("input[name=comment]").checked = true;
  }
  return boxes.some((box) => box.checked);
}

let busy = false;

async function send(form, button) {
  const kept = { rule: value("rule"), reason: value("reason"), index: Math.max(0, index()) };
  const body = new URLSearchParams(new FormData(form, button));
  busy = true;
  try {
    const response = await fetch(button?.hasAttribute("formaction") ? button.formAction : form.action, {
      method: "POST",
      body,
      headers: { Accept: "text/html" },
    });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const next = page.querySelector("main.desk");
    if (!response.ok || !next || !next.querySelector(".tabs")) {
      // Not as expected: the page that says why, with what was chosen.
      form.requestSubmit(button);
      return;
    }
    main().replaceWith(document.importNode(next, true));
    history.replaceState(null, "", response.url);
    ready();
    for (const name of ["rule", "reason"]) {
      const field = document.getElementById(name);
      if (field) {
        field.value = kept[name];
      }
    }
    at(kept.index);
    say(document.querySelector(".done p")?.textContent ?? "");
  } catch {
    form.requestSubmit(button);
  } finally {
    busy = false;
  }
}

const value = (id) => document.getElementById(id)?.value ?? "";

function act(which) {
  const button = document.getElementById("act-" + which);
  if (!button || !tick()) {
    return;
  }
  if (which === "hide" && !value("rule") && !value("reason").trim()) {
    const rule = document.getElementById("rule");
    rule.focus();
    say(rule.dataset.ask);
    return;
  }
  send(button.form, button);
}

function follow(selector) {
  current()?.querySelector(selector)?.click();
}

const KEYS = {
  j: () => at(index() + 1),
  k: () => at(Math.max(0, index() - 1)),
  x: () => current()?.querySelector("input[name=comment]").click(),
  "*": () => {
    const boxes = [...document.querySelectorAll("#queue input[name=comment]")];
    const all = boxes.every((box) => box.checked);
    boxes.forEach((box) => (box.checked = !all));
  },
  h: () => act("hide"),
  r: () => act("restore"),
  a: () => act("approve"),
  o: () => follow("a.to-move"),
  t: () => follow("a.to-place"),
  b: () => follow("a.to-suspend"),
  z: () => {
    const form = document.getElementById("undo");
    if (form) {
      send(form);
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
}

if (main()) {
  ready();
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (typing && event.key === "Escape") {
      at(Math.max(0, index()));
      return;
    }
    const key = KEYS[event.key];
    if (!key || typing || off() || busy || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      return;
    }
    event.preventDefault();
    key();
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("#queue .rows > li");
    if (row) {
      current()?.classList.remove("current");
      row.classList.add("current");
    }
  });
}
