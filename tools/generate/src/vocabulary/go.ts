import { exported, singular } from './names';
import type { WordFile, WordList } from './WordList';

const quote = (value: string | number): string => JSON.stringify(value);

/** As gofmt leaves it: one line where it fits, else one word a line. */
function slice(name: string, about: string, ids: string[]): string {
  const words = ids.map(quote);
  const line = `var ${name} = []string{${words.join(', ')}}`;
  const value = line.length <= 120 ? line : `var ${name} = []string{\n${words.map((w) => `\t${w},\n`).join('')}}`;
  return `\n// ${name}: ${about}\n${value}\n`;
}

function constants({ word = '', words }: WordList): string {
  const lines = words.map(({ id, means }): [string, string, string] => [
    exported(`${word}_${id}`),
    quote(id),
    means ?? '',
  ]);
  const widest = Math.max(...lines.map(([name]) => name.length));
  return `\nconst (\n${lines
    .map(([name, value, means]) =>
      means ? `\t// ${name}: ${means}.\n\t${name} = ${value}\n` : `\t${name.padEnd(widest)} = ${value}\n`
    )
    .join('')})\n`;
}

function map(name: string, about: string, values: Array<[string, string | number]>): string {
  const type = values.every(([, value]) => typeof value === 'number') ? 'int' : 'string';
  const widest = Math.max(...values.map(([id]) => quote(id).length));
  const lines = values.map(([id, value]) => `\t${`${quote(id)}:`.padEnd(widest + 1)} ${quote(value)},\n`);
  return `\n// ${name}: ${about}\nvar ${name} = map[string]${type}{\n${lines.join('')}}\n`;
}

const listText = (list: WordList): string =>
  [
    list.word ? constants(list) : '',
    slice(
      exported(list.name),
      list.about,
      list.words.map(({ id }) => id)
    ),
    ...list.sets.map((set) => slice(exported(set.name), `${set.about}.`, set.ids)),
    ...list.facts.map((fact) =>
      map(
        exported(`${singular(list.name)}_${fact.name}`),
        `${fact.about}.`,
        list.words.map(({ id, facts }) => [id, facts[fact.name]!])
      )
    ),
  ].join('');

/** The sentence of the package stands in one of its files. */
const packageDoc = (name: string) =>
  name === 'visits' ? '// Package vocabulary is the words that all layers and languages share. Generated.\n' : '';

/** The lists of one file as constants and lists of package `vocabulary`. */
export const go = ({ name, lists }: WordFile): string =>
  `// Code generated from packages/vocabulary/words/${name}.yaml by npm run gen. DO NOT EDIT.\n\n${packageDoc(name)}package vocabulary\n${lists
    .map(listText)
    .join('')}`;
