// jsdom matches an element and each of its ancestors with every rule of its own style sheet whenever a style is read, as
// queries by role do of a whole page. Most rules are of other tags, which their names tell.

/** The tags of which an element must be to match; `null` where the selector does not tell. */
function tagsOf(selector) {
  const plain = selector.replace(/"[\w-]*"/g, '');
  if (/["'(\\|]/.test(plain)) {
    return null;
  }
  const last = plain.split(',').map((part) => /(?:^|[\s>+~])([a-z][\w-]*)(?:[:[.#][^\s>+~]*)?$/i.exec(part.trim()));
  return last.every(Boolean) ? new Set(last.map(([, tag]) => tag.toLowerCase())) : null;
}

const tags = new Map();

/** False only where no element of that tag matches the selector. */
function mayMatch(tag, selector) {
  if (!tags.has(selector)) {
    tags.set(selector, tagsOf(selector));
  }
  return tags.get(selector)?.has(tag.toLowerCase()) ?? true;
}

module.exports = { mayMatch };
