import { markdownTable } from '../documents/markdown';
import type { WordFile, WordList } from './WordList';

const code = (id: string): string => `\`${id}\``;
const heading = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

function section({ name, about, facts, sets, words }: WordList): string {
  const plain = facts.length === 0 && sets.length === 0 && words.every(({ means }) => means === undefined);
  const body = plain
    ? words.map(({ id }) => code(id)).join(', ')
    : markdownTable(
        ['word', ...facts.map((fact) => fact.name.replaceAll('_', ' ')), 'means', ...(sets.length ? ['is of'] : [])],
        words.map(({ id, means = '', facts: known }) => [
          code(id),
          ...facts.map((fact) => String(known[fact.name])),
          means,
          ...(sets.length
            ? [
                sets
                  .filter((set) => set.ids.includes(id))
                  .map((set) => set.name.replaceAll('_', ' '))
                  .join(', '),
              ]
            : []),
        ])
      );
  const legend = sets.map((set) => `- **${heading(set.name)}**: ${set.about}.`).join('\n');
  return [`## ${heading(name)}`, about, body, legend].filter(Boolean).join('\n\n');
}

/** Every list, with what its words mean. */
export const document = (files: WordFile[]): string =>
  [
    '<!-- Generated from packages/vocabulary/words by `npm run gen`: do not edit. -->',
    '# Vocabulary',
    'The words that messages, rows, queries and answers share. Each stands once, in `packages/vocabulary/words`; the constants of TypeScript (`@cellthread/vocabulary`), Go (`pkg/vocabulary`) and Telegraf’s scripts are generated from it.',
    ...files.flatMap(({ lists }) => lists.map(section)),
  ].join('\n\n') + '\n';
