import type { Plan } from '@cellthread/plan';
import {
  type WorkItem,
  workItemGermanOne,
  workItemGermanSeveral,
  workItemOne,
  workItemSeveral,
} from '@cellthread/vocabulary';

interface ItemWords {
  /** Of one and of several, by what a station works on. */
  item: Readonly<Record<WorkItem, string>>;
  items: Readonly<Record<WorkItem, string>>;
  /** Of whatever it is. */
  anything: [one: string, several: string];
}

const words: Readonly<Record<Plan['language'], ItemWords>> = {
  en: { item: workItemOne, items: workItemSeveral, anything: ['item', 'items'] },
  de: { item: workItemGermanOne, items: workItemGermanSeveral, anything: ['Teil', 'Teile'] },
};

/** What people call what the stations of this plan work on. */
export const itemWords = ({ language }: Pick<Plan, 'language'>): ItemWords => words[language];

/** What the stations work on, of one and of several, where it is one thing; else the word for whatever it is. */
export function workedOn(plan: Pick<Plan, 'stations' | 'language'>): [one: string, several: string] {
  const { item, items, anything } = itemWords(plan);
  const [first, ...others] = new Map(plan.stations.map((station) => [item[station.item], items[station.item]]));
  return first === undefined || others.length > 0 ? anything : first;
}

/** A word as it begins a sentence. */
export const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
