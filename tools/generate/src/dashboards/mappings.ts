import { type SeverityLevel, severityLevels, type Verdict, verdicts } from '@cellthread/vocabulary';
import type { DashboardWords } from './words/DashboardWords';

const verdictColors: Record<Verdict, string> = { ok: 'green', nok: 'red', retest: 'orange', skipped: 'text' };

/** Words of the product with the colour they have on every dashboard; a word beside the colour, never colour alone. */
export const verdictMapping = (say: DashboardWords) =>
  valueMapping(verdicts.map((id) => [id, { text: say.verdicts[id], color: verdictColors[id] }]));

const severityColors: Record<SeverityLevel, string> = {
  safety: 'red',
  critical: 'red',
  warning: 'orange',
  info: 'text',
};

/** How bad something is. */
export const severityMapping = (say: DashboardWords) =>
  valueMapping(severityLevels.map((id) => [id, { text: say.severities[id], color: severityColors[id] }]));

/** Texts for values, each with its colour; nothing where there are none. */
export const valueMapping = (entries: ReadonlyArray<readonly [string, { text: string; color?: string }]>) =>
  entries.length === 0
    ? []
    : [{ type: 'value', options: Object.fromEntries(entries.map(([id, of], index) => [id, { ...of, index }])) }];

/** Nothing to show at all: an answer always has a row, so its query failed. */
export const unread = (say: DashboardWords) => missingAs(say.cannotBeRead, 'red');

/** How a missing value is written. */
export function missingAs(text: string, color: string) {
  return { type: 'special', options: { match: 'null', result: { text, color, index: 0 } } };
}

/** What people decided about an item, in words. */
export const decidedMapping = ({ decided, holds }: DashboardWords) =>
  nameMapping(Object.entries({ ...holds.decisions, ...decided }).map(([id, text]) => ({ id, text })));

/** Display texts for ids of the plan. */
export const nameMapping = (entries: ReadonlyArray<{ id: string; text: string }>) =>
  valueMapping(entries.map(({ id, text }) => [id, { text }]));

/** Display texts for words, of those that are not written as they are. */
export const wordMapping = (texts: Readonly<Record<string, string>>) =>
  nameMapping(Object.entries(texts).flatMap(([id, text]) => (id === text ? [] : [{ id, text }])));
