import { type Plan } from '@cellthread/plan';
import { ingestRules, type SignalRule } from '@cellthread/vocabulary';
import { shortName } from '../../dashboards/leading';
import { type FactRef, size } from '../facts';
import { characteristicName, choose, siteName, stationName } from '../texts';
import type { Told } from '../wording/Wording';
import { wordingOf } from '../wording/wordings';

/** How a kind of the whole plant is told, beside its words. */
export interface Telling {
  /** The text says where. */
  bare?: boolean;
  forS?: number;
  panelId?: number;
  facts?: readonly FactRef[];
}

/** Those that are told in another way than most. */
const tellings: Partial<Record<string, Telling>> = {
  // A pointer may be stored some minutes before its record, which waits where the database was slow.
  pointer: { bare: true, forS: 10 * 60, panelId: 9 },
  rejected: { bare: true, panelId: 4 },
  ingest: { bare: true, panelId: 4 },
  environment: { facts: ['S'] },
  overdue: { facts: ['S'] },
};

/** What the kinds of the whole plant say, by kind. */
export function plantTexts(plan: Plan): Partial<Record<string, Told & Telling>> {
  const say = wordingOf(plan);
  const told = say.plant({
    characteristic: characteristicName(plan, shortName),
    site: siteName(plan),
    station: stationName(plan),
    rule: choose(
      'rule',
      ([...ingestRules, 'behind', 'ahead'] satisfies SignalRule[]).map((id) => [id, say.rules[id]]),
      '{{ $labels.rule }}'
    ),
    size: `{{ with $values.A }}${size(1, say)}{{ end }}`,
  });
  return Object.fromEntries(Object.entries(told).map(([kind, words]) => [kind, { ...words, ...tellings[kind] }]));
}
