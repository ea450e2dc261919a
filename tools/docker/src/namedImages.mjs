const reference = /^(?:# syntax=|FROM (?:--\S+ )?|\s*image: )([a-z][a-z0-9/._-]*):([\w.-]+)(@sha256:[0-9a-f]{64})?/;

/** The images that a Dockerfile or compose file names, with their tags; own ones (`cellthread-…`) left out. */
export function namedImages(text) {
  return text
    .split('\n')
    .map((line) => reference.exec(line))
    .filter((match) => match && !match[1].startsWith('cellthread'))
    .map(([, name, tag, digest]) => ({ name, tag, digest: digest?.slice(1) }));
}

/** The same text with these images at these tags and, where one is given, digests. */
export function withImages(text, tags, digests = {}) {
  return text
    .split('\n')
    .map((line) => {
      const match = reference.exec(line);
      const tag = match && tags[match[1]];
      if (!tag) {
        return line;
      }
      const [, name, was, pinned = ''] = match;
      const digest = digests[name] ? `@${digests[name]}` : was === tag ? pinned : '';
      return line.replace(`${name}:${was}${pinned}`, `${name}:${tag}${digest}`);
    })
    .join('\n');
}
