import type { Choice, Plan, Station } from '@cellthread/plan';
import { eventKinds } from '@cellthread/vocabulary';
import { nameMapping } from './mappings';

/** What the plan calls what people choose from, in the place of its ids; what stations call otherwise by one id is said in all their words. */
export function choiceNames(plan: Plan, choices: (station: Station) => readonly Choice[]) {
  const known = new Map<string, Set<string>>();
  for (const { id, text } of plan.stations.flatMap(choices)) {
    known.set(id, (known.get(id) ?? new Set()).add(text[plan.language] ?? Object.values(text)[0] ?? id));
  }
  return nameMapping([...known].map(([id, texts]) => ({ id, text: [...texts].join(' / ') })));
}

/** How the ids of events begin that the keeper and the data source store: a kind, or what stands for one. */
const begins = [...eventKinds, 'event', 'ack', 'limits'].join('|');

/** What the reference of an event names: causes and actions in words of the plan. That of another event tells nobody anything and is left out. */
export const referenceNames = (plan: Plan) => [
  ...choiceNames(plan, ({ causes, actions }) => [...causes, ...actions]),
  { type: 'regex', options: { pattern: `/^(${begins})-[0-9a-f]{8,}$/`, result: { text: '', index: 0 } } },
];
