import { type DataFrame } from '@grafana/data';
import { describeColumns } from '../frames/describeColumns';
import { type Missing } from '../view/Missing';

/** A column is not there: what the data has, and what to do. */
export function missingColumn(title: string, frame: DataFrame): Missing {
  return {
    title,
    lines: [
      `The data has: ${describeColumns(frame)}.`,
      'Choose another column in the panel options, or add it to the query.',
    ],
  };
}
