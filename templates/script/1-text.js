// What a page does beyond being read. Pages are whole without this script: the three readings, the
// theme and the size are switched by the style sheet alone. Here they are remembered and put into
// the address, and links, quotations, contents and the keyboard are given their comforts.
//
// The parts are published as one script, site.js, in the order of their names. It is loaded in the
// head and runs before the first paint, so that nothing moves.
//
// This part handles texts and addresses. Pure; runs in node as well.
(() => {
  "use strict";

  globalThis.forumPage ??= {};

  /** A part of an address as text; as it stands where it is not encoded. */
  const decoded = (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };

  /** The two ends of a permalink, which are one and the same unless it is a range: `#a..b`, or `#a…b`. */
  const rangeEnds = (hash) => {
    const [first, last] = decoded(hash.replace(/^#/, "")).split(/…|\.{2,}/);
    return [first, last || first];
  };

  /** The words of an address: the last part of its path, without extension and separators. */
  const addressWords = (path) => {
    const parts = path.split("/").filter((part) => part && !/^index\.\w+$/.test(part));
    return decoded(parts.pop() ?? "")
      .replace(/\.(html?|md|json)$/, "")
      .replace(/[-_+.,\s]+/g, " ")
      .trim();
  };

  /** A text with the values of its placeholders; a placeholder in a value stays as it is. */
  const fillPlaceholders = (form, values) =>
    form.replace(/\{(\w+)\}/g, (placeholder, key) => values[key] ?? placeholder);

  /** An address with a query parameter set, or removed where the value is empty. */
  const withParameter = (address, key, value) => {
    const url = new URL(address);
    if (value) url.searchParams.set(key, value);
    else url.searchParams.delete(key);
    return url.href;
  };

  /** The citations of a talk, or of a passage in it as the words of whoever speaks there. */
  const citationsOf = ({ key, url, own, by }, speaker, passage, page) => {
    const address = passage ? `${page}#${passage}` : page;
    const put = (text) => {
      const placed = text.split(url).join(address);
      return passage ? placed.replace(key, `${key}-${passage}`) : placed;
    };
    const texts = by[speaker] ?? own;
    return Object.fromEntries(Object.keys(own).map((name) => [name, put(texts[name])]));
  };

  Object.assign(forumPage, {
    addressWords,
    citationsOf,
    decoded,
    fillPlaceholders,
    rangeEnds,
    withParameter,
  });
})();
