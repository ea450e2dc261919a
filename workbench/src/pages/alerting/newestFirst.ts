import type { NotifiedAlert } from './answers';

/** What fires, what began last before what an earlier message told, as the text of a message has it; what is over behind. */
export const newestFirst = (alerts: readonly NotifiedAlert[]): NotifiedAlert[] => [
  ...alerts.filter(({ status }) => status === 'firing').sort((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt)),
  ...alerts.filter(({ status }) => status !== 'firing'),
];
