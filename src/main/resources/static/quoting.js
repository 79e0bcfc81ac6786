/* "Quote" takes the words that are selected, and a quotation leads to the very words that it repeats. Without this the
   whole comment is quoted, and a quotation leads to the comment that has its words. */

/* As the address has it: servers take 8 kB of address and headers together. */
const LONGEST = 4000;
const WORDS = 4;

let selected = { comment: null, words: "" };

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const within = (node) => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest(".said");
  const said = within(selection.anchorNode);
  const words = selection.toString().trim();
  selected =
    said && words && encodeURIComponent(words).length <= LONGEST && said === within(selection.focusNode)
      ? { comment: said.closest(".comment"), words }
      : { comment: null, words: "" };
});

function aimQuote(link) {
  const aim = () => {
    const address = new URL(link.href);
    address.searchParams.set("quote", link.closest(".comment") === selected.comment ? selected.words : "");
    link.href = address;
  };
  for (const soon of ["pointerdown", "focus", "contextmenu"]) {
    link.addEventListener(soon, aim);
  }
}

/* https://wicg.github.io/scroll-to-text-fragment/: browsers that know it find and mark the words. */
function directive(words) {
  const encoded = (some) => encodeURIComponent(some.join(" ")).replaceAll("-", "%2D");
  return ":~:text=" + (words.length <= 2 * WORDS
    ? encoded(words)
    : encoded(words.slice(0, WORDS)) + "," + encoded(words.slice(-WORDS)));
}

/* The words that a link says the place of: all of a quotation, or what is marked in a line, since the link before it. */
function quotedWords(link) {
  const quotation = link.closest("blockquote");
  const block = quotation ?? link.closest("p, li");
  const links = [...block.querySelectorAll("a.from")];
  const before = links[links.indexOf(link) - 1];
  const range = document.createRange();
  range.setStart(block, 0);
  if (before) {
    range.setStartAfter(before);
  }
  range.setEndBefore(link);
  const words = range.cloneContents();
  words.querySelectorAll("br").forEach((end) => end.replaceWith("\n"));
  return quotation ? words.textContent : [...words.querySelectorAll(".words")].map((some) => some.textContent).join("");
}

function aimFrom(link) {
  const words = quotedWords(link).trim().split(/\s+/);
  const address = new URL(link.href);
  if (words[0] && address.hash) {
    address.hash += directive(words);
    link.addEventListener("click", () => (link.href = address));
  }
}

function bind() {
  document.querySelectorAll("a.quote").forEach(aimQuote);
  document.querySelectorAll(".said a.from").forEach(aimFrom);
}

bind();
document.addEventListener("colloquy:main", bind);
