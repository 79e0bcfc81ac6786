/* Whoever switches the order of a discussion stays at the comment they are reading. Without this the links lead to the
   page that holds the first comment of this one. */

const KEY = "colloquy-place";

/* Nobody reads a last line that is about to leave at the top. */
const READ_BELOW = 40;

/* The comment at the top of the viewport; none while the head of the discussion is in sight, or nothing of it. */
function comment() {
  const head = document.querySelector(".discussion > .head").getBoundingClientRect();
  if (head.bottom > 0) {
    return undefined;
  }
  return [...document.querySelectorAll(".discussion .comment[id]")].find((one) => {
    const place = one.getBoundingClientRect();
    return place.height > 0 && place.bottom > READ_BELOW; // no height: in a folded branch
  });
}

/* From when the link may be followed, in whatever way: pressed, focused, opened elsewhere. */
function aim(link) {
  const reading = comment();
  link.dataset.given ??= link.href;
  const address = new URL(link.dataset.given);
  if (reading) {
    address.searchParams.set("at", reading.id.slice("comment-".length));
    address.hash = reading.id;
  }
  link.href = address;
  return reading;
}

/* A browser that stores nothing goes to the comment all the same, only not at the same height. */
function store(place) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {}
}

function stored() {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    return place;
  } catch {
    return null;
  }
}

function bind(link) {
  for (const soon of ["pointerdown", "focus", "contextmenu"]) {
    link.addEventListener(soon, () => aim(link));
  }
  link.addEventListener("click", (click) => {
    const reading = aim(link);
    if (reading && !(click.ctrlKey || click.metaKey || click.shiftKey || click.altKey)) {
      store({ id: reading.id, top: reading.getBoundingClientRect().top });
    }
  });
}

const bindAll = () => document.querySelectorAll(".order a").forEach(bind);
bindAll();
document.addEventListener("colloquy:main", bindAll);

const place = stored();
const target = place && location.hash === "#" + place.id && document.getElementById(place.id);
if (target) {
  const settle = () => scrollBy({ top: target.getBoundingClientRect().top - place.top, behavior: "instant" });
  settle();
  // The browser goes to the fragment until the page has loaded.
  addEventListener("load", () => requestAnimationFrame(settle), { once: true });
}
