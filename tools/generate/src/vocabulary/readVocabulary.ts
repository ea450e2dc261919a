import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { parseWordList } from './parseWordList';
import type { WordFile } from './WordList';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../../packages/vocabulary/words');

/** All files of the vocabulary, by name. @throws Error with file, list and word of what is wrong. */
export function readVocabulary(): WordFile[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: path.basename(file, '.yaml'),
      lists: Object.entries(parse(readFileSync(path.join(folder, file), 'utf8')) as object).map(([name, list]) =>
        parseWordList(`packages/vocabulary/words/${file}`, name, list)
      ),
    }));
}
