import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';

/** The parts of each Telegraf script in the order in which Starlark must read them. Telegraf's `load` knows no files. */
const scripts: Record<string, string[]> = {
  'ingest.gen.star': [
    'vocabulary.gen',
    'constants.gen',
    'ingest/limits',
    'ingest/patterns',
    'ingest/nesting',
    'ingest/privacy',
    'ingest/numbers',
    'ingest/rows',
    'ingest/bounds',
    'ingest/places',
    'ingest/values',
    'ingest/topics',
    'ingest/events',
    'ingest/visits',
    'ingest/surroundings',
    'ingest/genealogy',
    'ingest/alerts',
    'ingest/apply',
  ],
};

const HEAD = `# Generated from the parts in this folder, the vocabulary and plan.yaml by \`npm run gen\`: do not edit.

load("json.star", "json")
load("time.star", "time")
`;

export const scriptNames = Object.keys(scripts);

/**
 * The text of one of the `scriptNames`, as it must lie in `telegraf/processors/`. Parts are read from there, but for those
 * that are given by name: what a plan says.
 */
export function assembleScript(name: string, given: Record<string, string>): string {
  const parts = (scripts[name] ?? []).map((part) => {
    const text = given[part] ?? readFileSync(path.join(root, 'telegraf/processors', `${part}.star`), 'utf8');
    return `# ---- ${part}.star\n\n${text.trim()}\n`;
  });
  return [HEAD, ...parts].join('\n');
}
