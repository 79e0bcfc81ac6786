/* How much room is left for a comment, counted as the server counts. Without this the hint says how much there is. */

const NEAR = 500;

/* What Java takes for white space at the end of a line: a space that doesn't break is none. */
const isSpace = (unit) =>
  (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x20) || unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a && unit !== 0x2007) || unit === 0x2028 || unit === 0x2029 ||
  unit === 0x205f || unit === 0x3000;

function stripEnd(text) {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) {
    end--;
  }
  return text.slice(0, end);
}

/* The text as the server takes it: see Post.tidy. */
export function tidy(typed) {
  const lines = typed.replace(/\r\n?/g, "\n").split("\n").map(stripEnd).join("\n");
  return stripEnd(lines.replace(/\n{3,}/g, "\n\n").replace(/^\n+/, ""));
}

/* What is to be said about a text: which sentence, and its number. */
export function room(typed, { bytes, least, most }) {
  const text = tidy(typed);
  const characters = [...text].length;
  const left = bytes - new TextEncoder().encode(text).length;
  // Bytes are nobody's business: as many characters as they are, if the rest is like what there is.
  const each = characters > 0 ? (bytes - left) / characters : 1;
  const about = Math.ceil(Math.abs(left) / each);
  if (left < 0 && !(most && characters - most > about)) {
    return { say: each > 1 ? "overAbout" : "over", number: about };
  }
  if (most && characters > most) {
    return { say: "over", number: characters - most };
  }
  if (least && characters < least) {
    return { say: "missing", number: least - characters };
  }
  const fitting = Math.floor(left / each);
  return most && most - characters <= fitting
    ? { say: "left", number: most - characters }
    : { say: each > 1 ? "about" : "left", number: fitting };
}

function count(text, line) {
  const number = (value) => (value === undefined ? null : Number(value));
  const limits = {
    bytes: Number(line.dataset.bytes),
    least: number(line.dataset.least),
    most: number(line.dataset.most),
  };
  const say = () => {
    const now = room(text.value, limits);
    line.textContent = line.dataset[now.say].replace("{n}", now.number.toLocaleString(document.documentElement.lang));
    line.classList.toggle("over", now.say.startsWith("over"));
    line.hidden = text.value === "";
    // Said aloud only when it matters.
    line.setAttribute("aria-live", now.say.startsWith("over") || now.number < NEAR ? "polite" : "off");
  };
  text.addEventListener("input", say);
  addEventListener("pageshow", say);
  say();
}

function begin() {
  const line = document.getElementById("text-room");
  if (line) {
    count(document.getElementById("text"), line);
  }
}

begin();
document.addEventListener("colloquy:form", begin);
