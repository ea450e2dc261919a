import { camel, pascal, singular } from './names';
import type { WordFile, WordList } from './WordList';

const quote = (value: string | number): string => JSON.stringify(value);

const record = (name: string, type: string, about: string, values: Array<[string, string | number]>): string => `
/** ${about} */
export const ${name} = {
${values.map(([id, value]) => `  ${quote(id)}: ${quote(value)},`).join('\n')}
} as const satisfies Record<${type}, string | number>;
`;

const array = (name: string, about: string, ids: string[]): string => `
/** ${about} */
export const ${camel(name)} = [${ids.map(quote).join(', ')}] as const;
export type ${pascal(singular(name))} = (typeof ${camel(name)})[number];
`;

function listText({ name, about, facts, sets, words }: WordList): string {
  const type = pascal(singular(name));
  const of = (fact: string) => camel(`${singular(name)}_${fact}`);
  const meanings = words.flatMap(({ id, means }): Array<[string, string]> => (means ? [[id, means]] : []));
  return [
    array(
      name,
      about,
      words.map(({ id }) => id)
    ),
    ...sets.map((set) => array(set.name, `Of the ${name.replaceAll('_', ' ')}: ${set.about}.`, set.ids)),
    ...facts.map((fact) =>
      record(
        of(fact.name),
        type,
        `${fact.about}.`,
        words.map(({ id, facts: known }) => [id, known[fact.name]!])
      )
    ),
    ...(meanings.length === words.length ? [record(of('means'), type, 'What each means.', meanings)] : []),
  ].join('');
}

/** The lists of one file as constants with the union of their words. */
export const typescript = ({ name, lists }: WordFile): string =>
  `// Generated from packages/vocabulary/words/${name}.yaml by \`npm run gen\`: do not edit.\n${lists.map(listText).join('')}`;
