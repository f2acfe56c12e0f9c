// What a search found, as elements. Texts become text nodes, never markup.
(function (hear) {
  "use strict";

  // An element with classes, properties and children.
  hear.make = function (name, properties, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key in element && typeof value !== "string") element[key] = value;
      else element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  };
  const { make } = hear;

  // Words of the interface; `{n}` and `{x}` are filled in.
  hear.say = function (words, key, x) {
    return (words[`search_${key}`] || words[key] || key).replace("{x}", () => x);
  };
  hear.count = function (words, key, n) {
    const text = (n === 1 && words[`search_${key}_one`]) || words[`search_${key}_other`] || key;
    return text.replace("{n}", () => n.toLocaleString("en"));
  };

  // Texts with marks, as [[text, isMarked], …] gives them.
  hear.marked = (parts) => parts.map(([text, isMarked]) => (isMarked ? make("mark", {}, text) : text));

  // Where a passage stands, with the words that are marked there.
  hear.passageAddress = function (talk, passage) {
    const page = [talk.url, talk.url, talk.forum.host, talk.forum.record][passage.place];
    const url = new URL(hear.address(page));
    for (const words of new Set(passage.hits.map((hit) => hit.words).concat(talk.words))) url.searchParams.append("find", words);
    url.hash = passage.id;
    return url.href;
  };

  // How a find fits, where it does not stand there as typed.
  hear.how = function (words, kind) {
    return kind === "exact" ? null : make("span", { class: "search-how" }, hear.say(words, `match_${kind}`));
  };

  // `data-match` and its refinement: what sounds nearly the same is a find by sound.
  hear.matchOf = (kind) => (kind === "near" ? { "data-match": "sound", "data-near": true } : { "data-match": kind });

  // Who speaks in a passage, and in which talk.
  hear.whereOf = function (words, talk, passage) {
    const speaker = passage.speaker >= 0 ? talk.allSpeakers[passage.speaker][1] : talk.speakers.map(([, name]) => name).join("、");
    const place = passage.place ? hear.say(words, `place_${passage.place}`) : "";
    return [speaker, place].filter(Boolean).join(" · ");
  };

  // A link to a passage.
  hear.passageLink = function (words, talk, passage) {
    return make("a", { href: hear.passageAddress(talk, passage) },
      make("span", { class: "search-where" }, hear.whereOf(words, talk, passage)),
      make("span", { class: "search-text" }, ...hear.marked(passage.parts)),
      hear.how(words, passage.isSpoken ? "spoken" : passage.kind));
  };

  // A find in the catalogue.
  hear.entryItem = function (words, entry) {
    const kind = entry.isPinyin ? "pinyin" : entry.fit >= 3 ? "exact" : entry.fit === 2 ? "sound" : "near";
    const about = entry.heard ? [hear.say(words, "heard_as", ""), ...hear.marked(entry.heard)] : hear.marked(entry.about);
    return make("li", { class: "search-entry", ...hear.matchOf(kind) },
      make("a", { href: hear.address(entry.url) },
        make("span", { class: "search-where" }, hear.say(words, `entry_${entry.kind}`)),
        make("span", { class: "search-name" }, ...hear.marked(entry.parts)),
        make("span", { class: "search-about" }, ...about),
        entry.isShort ? hear.how(words, "short") : null,
        hear.how(words, kind)));
  };

  // What was found, in words: as many places in so many talks, and what may be had by reading on.
  hear.statusOf = function (words, search) {
    const { count, waiting, closed, talks, entries, unread } = search;
    const some = [];
    const places = hear.count(words, unread ? "places_yet" : "places", count) + hear.count(words, "in_talks", talks.length);
    if (count) some.push(isHeardOnly(search) ? hear.say(words, "heard_only", search.query.whole) + places : places);
    else if (entries.length) some.push(hear.count(words, "entries", entries.length));
    if (waiting.length) some.push(hear.count(words, "unread", waiting.length));
    if (closed.length) some.push(hear.say(words, "beyond"));
    return some.join(hear.say(words, "comma")) || hear.say(words, "none", search.query.whole);
  };

  // Whether nothing is written as it was typed, but sounds like it.
  function isHeardOnly({ talks, waiting, closed, query }) {
    const isHeard = ({ passages }) => ["sound", "near"].includes(passages[0].kind);
    const mayBe = closed.length || waiting.some(({ fit }) => fit === hear.FIT.EXACT);
    return query.terms.length === 1 && !mayBe && talks.every(isHeard);
  }

  // Spellings that sound like the query, to be searched for.
  hear.didYouHear = function (words, search, href) {
    const spellings = search.spellings.slice(0, 5);
    if (!spellings.length || (search.talks.length && search.talks[0].passages[0].kind === "exact" && search.count > 20)) return null;
    return make("p", { class: "search-heard" }, hear.say(words, "did_you_hear"), ...spellings.map(({ text, count }) =>
      make("a", { href: href(`"${text}"`) }, text, make("span", { class: "search-count" }, String(count)))));
  };

  // A message that something did not load, with a way to try again.
  hear.failure = function (words) {
    const reload = make("button", { type: "button" }, words.reload);
    reload.addEventListener("click", () => location.reload());
    return make("p", { class: "search-failed", role: "alert" }, words.failed, " ", reload);
  };
})(globalThis.hear);
