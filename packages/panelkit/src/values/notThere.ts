import { type Missing } from '../view/Missing';

/** Names told at most. */
const most = 12;

/** The one stream that is to be read is not in the data: which there are. */
export function notThere(only: string, label: (row: number) => string, rows: number): Missing {
  const names = new Set<string>();
  for (let row = 0; row < rows && names.size < most; row++) {
    names.add(label(row));
  }
  return {
    title: `Nothing is called "${only}"`,
    lines: [
      `The data has: ${[...names].join(', ')}${names.size === most ? ', …' : ''}.`,
      'Choose one of them for "Only this one" in the panel options, or leave it empty.',
    ],
  };
}
