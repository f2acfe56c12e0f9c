// What a page does beyond being read. Pages are whole without this script: the three readings, the
// theme and the size are switched by the style sheet alone. Here they are remembered and put into
// the address, and links, quotations, contents and the keyboard are given their comforts.
//
// The script stands in the head and runs before anything is shown, so that nothing jumps.
"use strict";

(() => {
  // Words and addresses: no page is needed for these, and the tests have them by themselves.

  /** A part of an address as text; as it stands where it is not encoded. */
  const decoded = (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };

  /** The two ends of a permalink, which are one and the same unless it is a range: `#a..b`, or `#a…b`. */
  const ends = (hash) => {
    const [first, last] = decoded(hash.replace(/^#/, "")).split(/…|\.{2,}/);
    return [first, last || first];
  };

  /** The words of an address: the last part of its path, without what only addresses have. */
  const words = (path) => {
    const parts = path.split("/").filter((part) => part && !/^index\.\w+$/.test(part));
    return decoded(parts.pop() ?? "").replace(/\.(html?|md|json)$/, "").replace(/[-_+.,\s]+/g, " ").trim();
  };

  /** A text with its blanks filled in; what is put in is never looked at again. */
  const fill = (form, values) => form.replace(/\{(\w+)\}/g, (blank, key) => values[key] ?? blank);

  /** An address with a query parameter set, or removed where the value is empty. */
  const withParameter = (address, key, value) => {
    const url = new URL(address);
    if (value) url.searchParams.set(key, value);
    else url.searchParams.delete(key);
    return url.href;
  };

  /** The citations of a talk, or of a passage in it as the words of whoever speaks there. */
  const cited = ({ key, url, own, by }, speaker, passage, page) => {
    const address = passage ? `${page}#${passage}` : page;
    const put = (text) => {
      const placed = text.split(url).join(address);
      return passage ? placed.replace(key, `${key}-${passage}`) : placed;
    };
    const texts = by[speaker] ?? own;
    return Object.fromEntries(Object.keys(own).map((name) => [name, put(texts[name])]));
  };

  if (typeof document === "undefined") {
    module.exports = { ends, words, fill, withParameter, cited };
    return;
  }

  // What is remembered, where the browser allows it.

  const recall = (key) => {
    try {
      return localStorage.getItem(`proceedings.${key}`);
    } catch {
      return null;
    }
  };
  const remember = (key, value) => {
    try {
      localStorage.setItem(`proceedings.${key}`, value);
    } catch {
      // private windows and folders may forbid it; then nothing is remembered
    }
  };

  const root = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const parameter = (key) => new URLSearchParams(location.search).get(key);
  const settings = { theme: ["auto", "light", "dark"], size: ["small", "medium", "large", "huge"] };
  const readings = ["clean", "verbatim", "diff"];

  // Before anything is shown.

  root.dataset.script = "";
  for (const [key, values] of Object.entries(settings)) {
    if (values.includes(recall(key))) root.dataset[key] = recall(key);
  }
  const asked = [parameter("reading"), recall("reading")].find((value) => readings.includes(value));
  if (asked) root.dataset.reading = asked;

  if (root.dataset.here !== undefined && window !== parent) showTheWay();

  function start() {
    startSettings();
    startReading();
    startMarks();
    startOnly();
    startContents();
    startShare();
    startNotes();
    startKeys();
    startNotFound();
    startCite();
    startPlayer();
  }

  /**
   * A host shows the page of what is not there at any address, and its links, which begin in the
   * site's folder, lead nowhere. Here is that folder: a small page of it that the lost one holds.
   */
  function showTheWay() {
    let lost;
    try {
      lost = parent.document;
    } catch {
      return; // pages of a folder may not look at each other
    }
    if (lost.documentElement.dataset.script !== undefined) return;
    for (const key of ["href", "src"]) {
      for (const element of all(`[${key}^="./"]`, lost)) {
        element.setAttribute(key, new URL(element.getAttribute(key), location.href));
      }
    }
    for (const { src } of all("script[src]", lost)) {
      const script = lost.createElement("script");
      script.src = src;
      script.async = false;
      lost.head.append(script);
    }
  }

  // Theme, size, keys.

  function startSettings() {
    for (const key of Object.keys(settings)) {
      for (const input of all(`input[name="${key}"]`)) {
        if (root.dataset[key] === input.value) input.checked = true;
        input.addEventListener("change", () => {
          root.dataset[key] = input.value;
          remember(key, input.value);
        });
      }
    }
    const panel = find(".settings");
    document.addEventListener("click", (event) => {
      if (panel?.open && !panel.contains(event.target)) panel.open = false;
    });
    panel?.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      panel.open = false;
      find("summary", panel).focus();
    });
  }

  function startReading() {
    for (const input of all('input[name="reading"]')) {
      if (root.dataset.reading === input.value) input.checked = true;
      input.addEventListener("change", () => read(input.value));
    }
    giveFocusToChanges();
  }

  const reading = () => find('input[name="reading"]:checked')?.value ?? "clean";

  /** Shows a reading; the passage at the top of the window stays where it is. */
  function read(value) {
    const passage = passages().find((p) => p.getBoundingClientRect().bottom > 80);
    const before = passage?.getBoundingClientRect().top;
    root.dataset.reading = value;
    byId(`reading-${value}`).checked = true;
    remember("reading", value);
    const address = withParameter(location.href, "reading", value === "clean" ? "" : value);
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // a folder's pages may not change their address
    }
    giveFocusToChanges();
    if (passage?.checkVisibility()) {
      window.scrollBy({ top: passage.getBoundingClientRect().top - before, behavior: "instant" });
    }
  }

  /** In the compared reading, changes can be reached by keyboard and name their rule. */
  function giveFocusToChanges() {
    const compared = reading() === "diff";
    for (const change of all(".passage [data-sign]")) {
      if (compared) change.tabIndex = 0;
      else change.removeAttribute("tabindex");
    }
  }

  // Passages, and those that a permalink marks.

  const passages = () => all(".passage").filter((passage) => passage.checkVisibility());

  function startMarks() {
    mark();
    window.addEventListener("hashchange", mark);
    if (parameter("moved") !== null) show("notice-moved");
  }

  function mark() {
    all(".marked").forEach((passage) => passage.classList.remove("marked"));
    const [first, last] = ends(location.hash).map(byId);
    if (!first) return;
    if (first.matches(".moved li")) {
      const address = find("a", first).href;
      location.replace(withParameter(address, "moved", "1"));
      return;
    }
    const everything = all(".passage");
    const [from, to] = [first, last ?? first].map((end) => everything.indexOf(end.closest(".passage")));
    if (first.matches(".formerly")) show("notice-moved");
    if (from < 0 || (first === last && !first.matches(".formerly"))) return;
    for (const passage of everything.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      passage.classList.add("marked");
      const folded = passage.closest("details");
      if (folded) folded.open = true;
    }
    everything[Math.min(from, to)].scrollIntoView();
  }

  function show(id) {
    const notice = byId(id);
    if (notice) notice.hidden = false;
  }

  /** Whether a page has several turns, of which one can be shown alone. */
  const hasTurns = () => all(".turn").filter((turn) => !turn.closest(".introduction")).length > 1;

  /** `?only=t-…`: a single turn, with a way back to the whole. */
  function startOnly() {
    const turn = byId(parameter("only") ?? "");
    if (!turn?.matches(".turn") || !hasTurns()) return;
    root.dataset.only = "";
    turn.classList.add("shown");
    const folded = turn.closest("details");
    if (folded) folded.open = true;
    const whole = new URL(withParameter(location.href, "only", ""));
    whole.hash = turn.id;
    find("#notice-only a")?.setAttribute("href", whole.href);
    show("notice-only");
  }

  function startContents() {
    const contents = byId("contents");
    const entries = all("#contents a")
      .map((link) => ({ link, target: byId(ends(link.hash)[0]) }))
      .filter((entry) => entry.target);
    if (!entries.length) return;
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
    });
    let waiting = false;
    const look = () => {
      waiting = false;
      const passed = entries.filter((entry) => entry.target.getBoundingClientRect().top < 140);
      const current = passed.at(-1)?.link;
      for (const { link } of entries) {
        if (link === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      if (current) contents.scrollTop = current.offsetTop - contents.clientHeight / 3;
    };
    contents.addEventListener("toggle", look);
    window.addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(look);
      waiting = true;
    }, { passive: true });
    look();
  }

  // Sharing and quoting.

  /** The passage that the share box is open for. */
  let shared = null;

  function startShare() {
    const share = byId("share");
    if (!share) return;
    find("[value=turn]", share).hidden = !hasTurns();
    document.addEventListener("click", (event) => {
      const within = (selector) => event.target.closest?.(selector);
      const value = within("#share button")?.value;
      if (value === "close") closeShare();
      else if (value) (value === "cite" ? citePassage() : give(value));
      else if (within(".permalink")) openShare(within(".passage"), true);
      else if (!within("#share") && !selected()) closeShare();
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && closeShare());
    // a press on a button would end the selection that it is meant for
    share.addEventListener("mousedown", (event) => event.preventDefault());
    document.addEventListener("selectionchange", () => {
      const range = selected();
      if (range) openShare(passageAt(range.endContainer) ?? passageAt(range.startContainer));
    });
  }

  /** Opens the box for a passage; who asked for it by its permalink is led into it. */
  function openShare(passage, lead = false) {
    const share = byId("share");
    if (!passage) return;
    if (passage !== shared) find("[role=status]", share).textContent = "";
    shared = passage;
    if (!share.matches(":popover-open")) share.showPopover();
    // the browser moves the focus to the passage first
    if (lead) setTimeout(() => find("button", share).focus({ preventScroll: true }));
  }

  function closeShare() {
    const share = byId("share");
    if (!share?.matches(":popover-open")) return;
    const inside = share.contains(document.activeElement);
    share.hidePopover();
    if (inside) find(".permalink", shared)?.focus({ preventScroll: true });
    shared = null;
  }

  const passageAt = (node) => (node.closest ? node : node.parentElement)?.closest(".passage");

  /** What is selected of the record, if anything is. */
  function selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return passageAt(range.startContainer) ? range : null;
  }

  /** The words of a range as they are read, a line to a passage. */
  function said(range) {
    const copy = document.createElement("div");
    copy.append(range.cloneContents());
    const unread = reading() === "verbatim" ? "ins" : "del";
    all(`${unread}, .permalink, .speaker, .image-missing`, copy).forEach((e) => e.remove());
    const parts = all(".passage", copy);
    const lines = parts.length ? parts.map((part) => part.textContent) : [copy.textContent];
    return lines.map((line) => line.trim()).filter(Boolean).join("\n");
  }

  /** What the buttons are for: the selection, else the passage they stand under. */
  function quoted() {
    const range = selected() ?? document.createRange();
    if (range.collapsed) range.selectNodeContents(shared);
    const touched = passages().filter((passage) => range.intersectsNode(passage));
    const turns = [...new Set(touched.map((passage) => passage.closest(".turn")))];
    return { range, touched, turns };
  }

  function address(hash, only) {
    const here = find('link[rel="canonical"]')?.href ?? location.href;
    const url = new URL(withParameter(here, "reading", reading() === "clean" ? "" : reading()));
    const whole = new URL(withParameter(withParameter(url.href, "moved", ""), "only", only));
    whole.hash = "";
    return `${whole.href.replace(/#$/, "")}#${hash}`;
  }

  async function give(what) {
    const { range, touched, turns } = quoted();
    if (!touched.length) return;
    const hash = [...new Set([touched[0].id, touched.at(-1).id])].join("..");
    const turn = turns[0].id;
    const source = touched[0].closest("[data-source]").dataset.source;
    const speakers = [...new Set(turns.map((one) => one.dataset.speaker))].join("、");
    const form = find("[data-quotation]").dataset.quotation;
    const text = {
      quotation: () => fill(form, { text: said(range), speaker: speakers, source, url: address(hash, "") }),
      link: () => address(hash, ""),
      turn: () => address(turn, turn),
    }[what]();
    const status = find("#share [role=status]");
    status.textContent = (await copied(text)) ? status.dataset.done : status.dataset.failed;
  }

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copiedByHand(text);
    }
  }

  /** Where there is no clipboard to write to, as without https. */
  function copiedByHand(text) {
    const write = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", write, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", write);
    return done;
  }

  // What was done to words, and why: shown where a change is reached by keyboard or touched.

  function startNotes() {
    if (!find(".passage [data-sign]")) return;
    const note = document.createElement("p");
    note.className = "why";
    note.popover = "manual";
    note.ariaHidden = "true"; // the change itself is described by its title
    document.body.append(note);
    document.addEventListener("focusin", ({ target }) => {
      if (target.matches(".passage [data-sign]")) explain(target, note);
    });
    for (const end of ["focusout", "scroll"]) {
      document.addEventListener(end, () => note.matches(":popover-open") && note.hidePopover());
    }
    document.addEventListener("click", ({ target }) => {
      const change = reading() === "diff" && target.closest?.(".passage :is(del, ins)");
      if (change) (change.dataset.sign ? change : change.nextElementSibling).focus({ preventScroll: true });
    });
  }

  /** Shows what is said of a change under its last line, within the window. */
  function explain(change, note) {
    note.textContent = change.title;
    note.showPopover();
    const line = [...change.getClientRects()].at(-1);
    const { width, height } = note.getBoundingClientRect();
    const below = line.bottom + 4;
    const fits = below + height < window.innerHeight;
    note.style.left = `${Math.max(8, Math.min(line.left, root.clientWidth - width - 8))}px`;
    note.style.top = `${fits ? below : line.top - height - 4}px`;
  }

  // Citing.

  const formats = ["gbt", "plain", "bibtex", "ris", "csl"];

  function startCite() {
    const data = byId("cite-data");
    if (!data) return;
    all("#cite .give, #share [value=cite]").forEach((element) => (element.hidden = false));
    const known = JSON.parse(data.textContent);
    known.own = Object.fromEntries(formats.map((name) => [name, byId(`cite-${name}`).textContent]));
    // a file on somebody's disk is no address to cite: there the words for it stay
    const here = location.protocol === "file:" ? known.url : location.href.replace(/(index\.html)?([?#].*)?$/, "");
    const page = find('link[rel="canonical"]')?.href ?? here;
    fillCite = (passage) => {
      const speaker = passage?.closest(".turn").dataset.speaker;
      const texts = passage ? cited(known, speaker, passage.id, page) : cited(known, "", "", page);
      for (const name of formats) byId(`cite-${name}`).textContent = texts[name];
      // the files beside the page are the talk's
      for (const link of all("#cite a[download]")) {
        const text = find("pre", link.closest("section")).textContent;
        link.href = passage ? `data:text/plain;charset=utf-8,${encodeURIComponent(text)}` : link.textContent;
        link.download = link.textContent;
      }
      find(".cite-passage").hidden = !passage;
    };
    fillCite();
    find('[popovertarget="cite"]').addEventListener("click", () => fillCite());
    byId("cite").addEventListener("click", async (event) => {
      const from = event.target.closest("[data-copy]")?.dataset.copy;
      if (!from) return;
      const status = find("#cite [role=status]");
      status.textContent = (await copied(byId(from).textContent)) ? status.dataset.done : status.dataset.failed;
    });
  }

  let fillCite = () => {};

  function citePassage() {
    fillCite(quoted().touched[0]);
    byId("cite").showPopover();
  }

  // Recordings: nothing is asked of another site before a reader asks for it.

  function startPlayer() {
    for (const link of all("a[data-player]")) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        find(".player")?.remove();
        const frame = link.dataset.frame === "true";
        const player = document.createElement(frame ? "iframe" : "video");
        player.className = "player";
        if (frame) player.allow = "fullscreen; autoplay; encrypted-media";
        else player.controls = true;
        player.src = link.dataset.player;
        player.title = link.textContent;
        // where the site's policy forbids it, the recording's own page is opened instead
        document.onsecuritypolicyviolation = () => location.assign(link.href);
        const place = link.closest(".speaker") ?? link.closest("header.title");
        place.after(player);
        player.scrollIntoView({ block: "nearest" });
      });
    }
  }

  // The keyboard.

  function startKeys() {
    const input = byId("shortcuts");
    if (!input) return;
    input.checked = recall("shortcuts") !== "off";
    input.addEventListener("change", () => remember("shortcuts", input.checked ? "on" : "off"));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !input.checked) return;
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    r: () => all('input[name="reading"]').length && read(readings[(readings.indexOf(reading()) + 1) % 3]),
    c: () => quote(),
    "/": () => byId("search-open")?.click(),
    "?": () => byId("keys")?.togglePopover(),
  };

  /** The passage one is at: the focused one, else the first below the top of the window. */
  const here = (list) => {
    const focused = list.indexOf(document.activeElement.closest(".passage"));
    return focused < 0 ? list.findIndex((p) => p.getBoundingClientRect().top > 60) - 1 : focused;
  };

  function step(by) {
    const list = passages();
    const next = list[Math.min(Math.max(here(list) + by, 0), list.length - 1)];
    if (!next) return;
    find(".permalink", next).focus({ preventScroll: true });
    next.scrollIntoView();
  }

  function quote() {
    const range = selected();
    const list = passages();
    const passage = range ? passageAt(range.endContainer) : list[Math.max(here(list), 0)];
    if (!passage) return;
    openShare(passage);
    give("quotation");
  }

  // Where nothing stands: the words of the address can be searched for.

  function startNotFound() {
    const [place, search] = [byId("not-found"), byId("search-open")];
    const looked = words(location.pathname);
    if (!place || !search?.href || !looked || looked === "404") return;
    const link = find("a", place);
    link.href = withParameter(search.href, "q", looked);
    link.textContent = fill(place.dataset.form, { x: looked });
    place.hidden = false;
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
