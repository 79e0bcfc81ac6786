/* Keeps what is typed in this browser until it has been posted: through a reload, a refusal, a server that is away. One
   draft for each place: a discussion, a comment that is answered, a term. Without this, "back" has to do. */

const PREFIX = "colloquy-draft ";
const SOON = 300; // ms after the last key

/* "&amp;" is shown as what it stands for, but in code: taken for that on both sides. */
function decoded(text) {
  const entity = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
  const character = (named) => new DOMParser().parseFromString(named, "text/html").documentElement.textContent;
  let before;
  do {
    before = text;
    text = text.replace(entity, character);
  } while (text !== before);
  return text;
}

const plain = (text) => decoded(text).normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");

/* Without what becomes of markup: where a link leads, the numbers of a list, the language of code. */
const bare = (text) =>
  text.replace(/\]\([^()\s]*(\s[^()]*)?\)/g, "]").replace(/^[\s>]*(\d+[.)]\s|[`~]{3,}.*$)/gm, "");

/* A browser that stores nothing keeps no drafts, and works all the same. */
const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
})();

/* What was kept, or null. What is no draft goes: something else has written it, or the browser broke off. */
function kept(key) {
  try {
    const draft = JSON.parse(storage.getItem(key));
    if (draft === null || typeof draft.text === "string") {
      return draft;
    }
  } catch {}
  storage.removeItem(key);
  return null;
}

/* A draft that stands on the page as the comment it became has done its work. */
function forgetPosted() {
  // The browser may not have come to the target yet.
  const said = document.getElementById(location.hash.slice(1))?.querySelector(".said");
  if (!said) {
    return;
  }
  const words = said.cloneNode(true);
  words.querySelectorAll(".from").forEach((added) => added.remove());
  const posted = plain(words.textContent);
  const shown = (text) => [text, bare(text)].some((words) => plain(words) && posted.includes(plain(words)));
  for (const key of Object.keys(storage).filter((one) => one.startsWith(PREFIX))) {
    const draft = kept(key);
    if (draft?.sent && shown(draft.text)) {
      storage.removeItem(key);
    }
  }
}

function keep(form) {
  const text = form.querySelector("textarea[name=text]");
  const place = (name) => form.querySelector(`input[type=hidden][name=${name}]`)?.value ?? "";
  const key = PREFIX + [form.getAttribute("action"), place("parent"), place("term")].join(" ");
  const note = form.querySelector(".draft");
  let waiting;

  const save = (sent) => {
    clearTimeout(waiting);
    if (text.value === text.defaultValue && !sent && !storage.getItem(key)) {
      return; // nobody has written anything
    }
    try {
      if (text.value.trim()) {
        storage.setItem(key, JSON.stringify({ text: text.value, sent }));
      } else {
        storage.removeItem(key);
      }
    } catch {} // full
  };

  const draft = kept(key);
  if (draft && draft.text !== text.value && text.value === text.defaultValue && !form.parentElement.querySelector(".problems, #preview")) {
    const begun = text.value;
    text.value = begun && !draft.text.startsWith(begun) ? begun + draft.text : draft.text;
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => {
      storage.removeItem(key);
      text.value = begun;
      note.hidden = true;
      text.focus();
    });
  }

  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => form.isConnected && save(false), SOON);
  });
  addEventListener("pagehide", () => form.isConnected && save(form.dataset.sent === "true"));
  form.addEventListener("colloquy:leaving", () => save(false));
  form.addEventListener("submit", () => {
    form.dataset.sent = "true";
    if (!form.closest(".in-place")) {
      form.dataset.busy = ""; // in place, who sends it says so
    }
    save(true);
  });
  addEventListener("pageshow", () => {
    delete form.dataset.sent;
    delete form.dataset.busy;
  });
  text.addEventListener("keydown", (pressed) => {
    if (pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey) && form.dataset.busy === undefined) {
      form.requestSubmit();
    }
  });
}

if (storage) {
  forgetPosted();
  document.querySelectorAll("form#post").forEach(keep);
  document.addEventListener("colloquy:form", (came) => keep(came.target));
  document.addEventListener("colloquy:main", forgetPosted);
}
