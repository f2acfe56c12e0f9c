// Renders the results of a search. Texts become text nodes, never markup.
(() => {
  "use strict";

  const { FORMAT, siteAddress } = forumSearch;

  // An element with attributes or properties, and children.
  function createElement(name, properties, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key in element && typeof value !== "string") element[key] = value;
      else element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  // A text of the interface with its placeholder `{x}`, or `{n}`, filled in.
  function message(strings, key, x) {
    return (strings[`search_${key}`] || strings[key] || key).replace("{x}", () => x);
  }
  function countMessage(strings, key, n) {
    const text = (n === 1 && strings[`search_${key}_one`]) || strings[`search_${key}_other`] || key;
    return text.replace("{n}", () => n.toLocaleString("en"));
  }

  // The attributes of an element whose text runs from right to left: where most of its letters do, as in
  // src/text/direction.rs. The browser isolates such an element.
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/g;
  function direction(text) {
    const right = (text.match(RIGHT_TO_LEFT) || []).length;
    if (!right) return {};
    const left = (text.match(/[a-z]|[\u3040-\u9fff]/gi) || []).length;
    return right >= left ? { dir: "rtl", lang: "und" } : { dir: "ltr" };
  }
  // A name in a line of several, between the characters that isolate it where it needs them.
  const isolated = (name) => (direction(name).dir ? `\u2068${name}\u2069` : name);

  const textOf = (parts) => parts.map(([text]) => text).join("");

  // Texts with marks, as [[text, isMarked], …] gives them.
  const markedText = (parts) =>
    parts.map(([text, isMarked]) => (isMarked ? createElement("mark", {}, text) : text));

  // The address of a passage, with the words to be marked there.
  function passageAddress(talk, passage) {
    const page = { [FORMAT.PLACE_HOST]: talk.forum.host, [FORMAT.PLACE_RECORD]: talk.forum.record };
    const url = new URL(siteAddress(page[passage.place] ?? talk.url));
    for (const words of new Set(passage.hits.map((hit) => hit.words).concat(talk.words)))
      url.searchParams.append("find", words);
    url.hash = passage.id;
    return url.href;
  }

  // A label that says how a match differs from what was typed.
  function matchLabel(strings, kind) {
    return kind === "exact"
      ? null
      : createElement("span", { class: "search-how" }, message(strings, `match_${kind}`));
  }

  // `data-match` and its refinement: a match that sounds nearly the same is one by sound, one with
  // other accents is an exact one.
  const REFINED = {
    near: { "data-match": "sound", "data-near": true },
    accents: { "data-match": "exact", "data-accents": true },
  };
  const matchAttributes = (kind) => REFINED[kind] || { "data-match": kind };

  // Who speaks in a passage, and in which talk.
  function passageContext(strings, talk, passage) {
    const speaker =
      passage.speaker >= 0
        ? isolated(talk.allSpeakers[passage.speaker][1])
        : talk.speakers.map(([, name]) => isolated(name)).join("、");
    const place = passage.place ? message(strings, `place_${passage.place}`) : "";
    return [speaker, place].filter(Boolean).join(" · ");
  }

  // A link to a passage.
  function passageLink(strings, talk, passage) {
    return createElement(
      "a",
      { href: passageAddress(talk, passage), ...direction(textOf(passage.parts)) },
      createElement("span", { class: "search-where" }, passageContext(strings, talk, passage)),
      createElement("span", { class: "search-text" }, ...markedText(passage.parts)),
      matchLabel(strings, passage.isSpoken ? "spoken" : passage.kind),
    );
  }

  // An entry of the catalogue.
  function entryItem(strings, entry) {
    const about = entry.heard
      ? [message(strings, "heard_as", ""), ...markedText(entry.heard)]
      : markedText(entry.about);
    return createElement(
      "li",
      { class: "search-entry", ...matchAttributes(entry.match) },
      createElement(
        "a",
        { href: siteAddress(entry.url) },
        createElement("span", { class: "search-where" }, message(strings, `entry_${entry.kind}`)),
        createElement(
          "span",
          { class: "search-name", ...direction(textOf(entry.parts)) },
          ...markedText(entry.parts),
        ),
        createElement(
          "span",
          { class: "search-about", ...direction(textOf(entry.about)) },
          ...about,
        ),
        entry.isShort ? matchLabel(strings, "short") : null,
        matchLabel(strings, entry.match),
      ),
    );
  }

  // The status line: the number of matches and talks, and how much has not been read yet.
  function statusText(strings, search) {
    const { count, candidates, unopened, talks, entries, unread } = search;
    const some = [];
    const places =
      countMessage(strings, unread ? "places_yet" : "places", count) +
      countMessage(strings, "in_talks", talks.length);
    if (count)
      some.push(
        search.isBySoundOnly ? message(strings, "heard_only", search.query.whole) + places : places,
      );
    else if (entries.length) some.push(countMessage(strings, "entries", entries.length));
    if (candidates.length) some.push(countMessage(strings, "unread", candidates.length));
    if (unopened.length) some.push(message(strings, "beyond"));
    return some.join(message(strings, "comma")) || message(strings, "none", search.query.whole);
  }

  // Spellings that sound like the query, to be searched for.
  function spellingLinks(strings, search, href) {
    const spellings = search.spellings.slice(0, 5);
    if (
      !spellings.length ||
      (search.talks.length && search.talks[0].passages[0].kind === "exact" && search.count > 20)
    )
      return null;
    return createElement(
      "p",
      { class: "search-heard" },
      message(strings, "did_you_hear"),
      ...spellings.map(({ text, count }) =>
        createElement(
          "a",
          { href: href(`"${text}"`) },
          text,
          createElement("span", { class: "search-count" }, String(count)),
        ),
      ),
    );
  }

  // The message that something did not load, with a button to reload the page.
  function failureMessage(labels) {
    const reload = createElement("button", { type: "button" }, labels.reload);
    reload.addEventListener("click", () => location.reload());
    return createElement(
      "p",
      { class: "search-failed", role: "alert" },
      labels.failed,
      " ",
      reload,
    );
  }

  Object.assign(forumSearch, {
    countMessage,
    createElement,
    direction,
    entryItem,
    failureMessage,
    isolated,
    markedText,
    matchAttributes,
    matchLabel,
    message,
    passageAddress,
    passageContext,
    passageLink,
    spellingLinks,
    statusText,
  });
})();
