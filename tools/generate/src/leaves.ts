/**
 * Every text of a wording by where it stands. Functions are given the names of their places, and give a text or more texts.
 */
export function leaves(of: unknown, where = ''): Map<string, string> {
  if (typeof of === 'function') {
    const made: unknown = (of as (...args: unknown[]) => unknown)(...places);
    return leaves(made, where);
  }
  if (typeof of !== 'object' || of === null) {
    return new Map([[where, String(of)]]);
  }
  return new Map(Object.entries(of).flatMap(([key, value]) => [...leaves(value, where ? `${where}.${key}` : key)]));
}

/** A place that is a text, and has any place by name. */
const place = (name: string) =>
  new Proxy(
    Object.assign(() => '', {}),
    {
      get: (_, key) => (key === Symbol.toPrimitive || key === 'toString' ? () => `<${name}>` : `<${String(key)}>`),
    }
  );
const places = ['1', '2', '3', '4'].map(place);

/** Words of three letters or more, in small letters. */
export const wordsOf = (texts: Iterable<string>): Set<string> =>
  new Set(
    [...texts].flatMap(
      (text) =>
        text
          .replace(/\{\{.*?\}\}|<.*?>/g, ' ')
          .toLowerCase()
          .match(/\p{L}{3,}/gu) ?? []
    )
  );
