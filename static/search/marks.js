// On the page that a result leads to: opens the passage, marks the words of `?find=…`, and steps
// through the marks with n and p. Marks are CSS highlights, which are not copied with the text; where
// the browser has none, they are `mark` elements.
(() => {
  "use strict";

  const { normalizeText } = forumSearch;

  const parameters = new URLSearchParams(location.search);
  const wanted = parameters.getAll("find").filter(Boolean);
  const canPaint = typeof Highlight === "function" && CSS.highlights;
  const noTable = { script: new Map(), spoken: new Set(), silent: new Set() };
  const link = document.getElementById("search-open");
  const labels = link ? link.dataset : {};
  let hits = [];
  let at = -1;
  let bar = null;

  // The text of the page in one reading: its characters, with the text node and offset of each.
  function reading(without) {
    const characters = [];
    const nodes = [];
    const offsets = [];
    for (const passage of document.querySelectorAll(".passage")) {
      const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest(`${without}, .permalink`)) continue;
        let offset = 0;
        for (const c of node.data) {
          characters.push(c);
          nodes.push(node);
          offsets.push(offset);
          offset += c.length;
        }
      }
    }
    return { nodes, offsets, characters, line: normalizeText(characters, noTable) };
  }

  function rangesIn({ nodes, offsets, characters, line }) {
    const ranges = [];
    for (const text of wanted) {
      const words = normalizeText(Array.from(text), noTable).strict.text;
      const { text: all, from, until } = line.strict;
      for (let i = all.indexOf(words); words && i >= 0; i = all.indexOf(words, i + words.length)) {
        const [first, last] = [from[i], until[i + words.length - 1]];
        const range = document.createRange();
        range.setStart(nodes[first], offsets[first]);
        range.setEnd(nodes[last], offsets[last] + characters[last].length);
        ranges.push(range);
      }
    }
    return ranges;
  }

  function find() {
    const clean = rangesIn(reading("del")).map((range) => ({ range, reading: "clean" }));
    const heard = rangesIn(reading("ins")).map((range) => ({ range, reading: "verbatim" }));
    const inOrder = (a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range);
    // the sort is stable: of two matches at one place, that of the clean reading comes first
    const all = [];
    for (const hit of clean.concat(heard).sort(inOrder)) {
      const last = all.at(-1);
      const overlaps = last && last.range.compareBoundaryPoints(Range.START_TO_END, hit.range) > 0;
      if (!overlaps) all.push(hit);
      else if (hit.reading === "clean" && last.reading !== "clean") all[all.length - 1] = hit;
    }
    return all;
  }

  /** The passage that the address names, if it does. */
  function passageOfAddress() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // the fragment is not valid percent-encoding
    }
  }

  function paint() {
    if (canPaint) {
      CSS.highlights.set("search-hit", new Highlight(...hits.map((hit) => hit.range)));
      return;
    }
    // from the last to the first, so that earlier ranges stay valid
    for (const hit of hits.slice().reverse()) hit.marks = wrap(hit.range);
  }

  function wrap(range) {
    const walker = document.createTreeWalker(
      range.commonAncestorContainer.parentNode,
      NodeFilter.SHOW_TEXT,
    );
    const nodes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (range.intersectsNode(node)) nodes.push(node);
    return nodes.map((node) => {
      const part = document.createRange();
      part.setStart(node, node === range.startContainer ? range.startOffset : 0);
      part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
      const mark = document.createElement("mark");
      mark.className = "search-hit";
      part.surroundContents(mark);
      return mark;
    });
  }

  function goTo(number, isFirst) {
    at = (number + hits.length) % hits.length;
    const { range, reading: where } = hits[at];
    const element = range.startContainer.parentElement;
    for (
      let details = element.closest("details");
      details;
      details = details.parentElement.closest("details")
    )
      details.open = true;
    showReading(range, where);
    if (canPaint) CSS.highlights.set("search-current", new Highlight(range));
    else paintCurrent();
    const calm = isFirst || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const target = range.getClientRects()[0]
      ? range.startContainer.parentElement
      : element.closest(".passage");
    const box = range.getBoundingClientRect();
    if (box.height)
      window.scrollBy({ top: box.top - innerHeight / 3, behavior: calm ? "instant" : "smooth" });
    else target.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
    if (bar) bar.querySelector(".search-at").textContent = `${at + 1} / ${hits.length}`;
  }

  function paintCurrent() {
    for (const [n, { marks }] of hits.entries()) {
      for (const mark of marks) mark.classList.toggle("search-current", n === at);
    }
  }

  // Switches to the reading that has the words, where the one that is shown hides them.
  function showReading(range, where) {
    if (range.getClientRects().length && range.getBoundingClientRect().width) return;
    document.dispatchEvent(new CustomEvent("show-reading", { detail: where }));
  }

  function clear() {
    if (canPaint) {
      CSS.highlights.delete("search-hit");
      CSS.highlights.delete("search-current");
    }
    for (const mark of document.querySelectorAll("mark.search-hit"))
      mark.replaceWith(...mark.childNodes);
    hits = [];
    bar.remove();
    document.removeEventListener("keydown", keys);
    const url = new URL(location.href);
    url.searchParams.delete("find");
    history.replaceState(null, "", url.href);
  }

  function keys(event) {
    if (
      event.isComposing ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      document.querySelector("dialog[open]")
    )
      return;
    if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    if (document.getElementById("shortcuts")?.checked === false) return;
    if (event.key === "n") goTo(at + 1);
    else if (event.key === "p") goTo(at - 1);
    else if (event.key === "Escape") clear();
  }

  function button(text, label, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.title = label || "";
    element.setAttribute("aria-label", label || text);
    element.addEventListener("click", action);
    return element;
  }

  function showBar() {
    bar = document.createElement("div");
    bar.className = "search-marks";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", labels.label || "");
    const place = document.createElement("span");
    place.className = "search-at";
    place.setAttribute("role", "status");
    bar.append(
      place,
      button("↑", labels.previous, () => goTo(at - 1)),
      button("↓", labels.next, () => goTo(at + 1)),
      button("×", labels.clear, clear),
    );
    document.body.append(bar);
    document.addEventListener("keydown", keys);
  }

  hits = find();
  if (hits.length) {
    const passage = passageOfAddress();
    const first = passage ? hits.findIndex(({ range }) => range.intersectsNode(passage)) : 0;
    paint();
    showBar();
    goTo(Math.max(0, first), true);
  }
})();
