import { singular, upper } from './names';
import type { WordFile, WordList } from './WordList';

const quote = (value: string | number): string => JSON.stringify(value);

/** Words in their order, asked for with `in` at the same cost however many they are. */
const words = (name: string, ids: string[]): string =>
  `${upper(name)} = {\n${ids.map((id) => `    ${quote(id)}: True,\n`).join('')}}\n`;

const listText = (list: WordList): string =>
  [
    words(
      list.name,
      list.words.map(({ id }) => id)
    ),
    ...list.sets.map((set) => words(set.name, set.ids)),
    ...list.facts.map(
      (fact) =>
        `${upper(`${singular(list.name)}_${fact.name}`)} = {\n${list.words
          .map(({ id, facts }) => `    ${quote(id)}: ${quote(facts[fact.name]!)},\n`)
          .join('')}}\n`
    ),
  ].join('');

/** All lists that scripts read, as one part of them. */
export const starlark = (files: WordFile[]): string =>
  `# Generated from packages/vocabulary/words by \`npm run gen\`: do not edit.\n\n${files
    .flatMap(({ lists }) => lists)
    .map(listText)
    .join('\n')}`;
