import path from 'node:path';

/**
 * Arguments with the folder of `--plant` as an absolute path. It is named from where the command was called, which npm tells
 * while it runs everything in the checkout.
 */
export function absolutePlant(words, { cwd, root, initCwd }) {
  const calledFrom = cwd === root && initCwd ? initCwd : cwd;
  return words.map((word, i) => {
    const [, joined] = /^--plant=(.+)$/s.exec(word) ?? [];
    return joined
      ? `--plant=${path.resolve(calledFrom, joined)}`
      : words[i - 1] === '--plant'
        ? path.resolve(calledFrom, word)
        : word;
  });
}
