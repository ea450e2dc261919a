import type { Document, YAMLParseError } from 'yaml';
import type { Problem } from './problem';

type Says = Pick<Problem, 'rule' | 'advice'>;

const quoted = "put the text in quotes: 'text'";

/** What the codes of the parser mean for somebody who wrote a plan; `rest` is the file from there on. */
const sayings: Partial<Record<YAMLParseError['code'], (rest: string, message: string) => Says>> = {
  TAB_AS_INDENT: () => ({ rule: 'the line is indented with a tab', advice: 'indent with spaces' }),
  DUPLICATE_KEY: (rest) => ({
    rule: `the key "${/^['"]?([^:'"\n]*)/.exec(rest)?.[1] ?? ''}" stands twice in one place`,
    advice: 'remove one of the two',
  }),
  MULTIPLE_DOCS: () => ({
    rule: 'a second document begins here',
    advice: 'a plan is one document: remove the line ---',
  }),
  MISSING_CHAR: (_, message) =>
    /closing/.test(message)
      ? {
          rule: `a ${message.includes("'") ? "'" : '"'} opened before is not closed`,
          advice: 'close it where the text ends',
        }
      : { rule: 'a key has no colon', advice: 'write "key: value"' },
  BAD_INDENT: (_, message) =>
    message.startsWith('Flow')
      ? {
          rule: `a ${message.startsWith('Flow map') ? '{' : '['} opened before is not closed`,
          advice: `close it with ${message.startsWith('Flow map') ? '}' : ']'}`,
        }
      : {
          rule: 'the line begins at another column than those it belongs to',
          advice: 'indent it by as many spaces as the lines beside it',
        },
  BLOCK_AS_IMPLICIT_KEY: () => ({
    rule: 'a value contains ": ", or the lines below it are indented as if it had none',
    advice: `${quoted}, or correct the indentation`,
  }),
  MULTILINE_IMPLICIT_KEY: () => ({
    rule: 'the line has no ": "',
    advice: 'write a space after the colon: "key: value"',
  }),
  BAD_SCALAR_START: (_, message) => ({
    rule: `a text may not begin with ${/character (\S+)/.exec(message)?.[1] ?? 'this character'}`,
    advice: quoted,
  }),
  BAD_DQ_ESCAPE: (_, message) => ({
    rule: `${/sequence (\S+)/.exec(message)?.[1] ?? 'a backslash'} means nothing in double quotes`,
    advice: "write the text in single quotes: 'text'",
  }),
  UNEXPECTED_TOKEN: () => ({
    rule: 'something stands where the value should have ended',
    advice:
      "a quote inside single quotes is written twice (''); a list begins on a line of its own; keys of one place are all keys or all list items",
  }),
};

/** What cannot be read as YAML, once for each line. */
export function yamlProblems(document: Document, text: string): Problem[] {
  const seen = new Set<number | undefined>();
  return document.errors.flatMap((error) => {
    const line = error.linePos?.[0].line;
    // What the parser says next of the same line follows from the first.
    if (seen.has(line)) {
      return [];
    }
    seen.add(line);
    const message = error.message.split('\n')[0] ?? error.code;
    const say = sayings[error.code];
    const said = say?.(text.slice(error.pos[0]), message);
    return [{ path: [], line, ...(said ?? { rule: message, advice: 'correct the YAML at this place' }) }];
  });
}
