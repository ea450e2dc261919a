import { type DataFrame, type Field, FieldType } from '@grafana/data';
import { findField } from '../frames/findField';
import { frameNamed } from '../frames/frameNamed';
import { type Missing } from '../view/Missing';
import { notValues } from '../visits/columnNames';
import { companions } from './companions';
import { missingColumn } from './missingColumn';
import { noRows } from './noRows';

/** The table whose rows are drawn, and the column of it. */
export interface ChosenValue {
  frame: DataFrame;
  value: Field;
}

/**
 * Finds the measured values in a query's answer, or says in sentences what is missing.
 *
 * @param valueField the column that the user chose; where empty the first number column that may be a value
 * @param drawing what is made of them, as a word of those sentences ("control chart")
 */
export function chooseValue(series: readonly DataFrame[], valueField: string, drawing: string): ChosenValue | Missing {
  const frame = frameNamed(series, 'visits') ?? series.find((f) => !companions.has(f.name ?? ''));
  if (!frame || frame.fields.length === 0) {
    return { title: 'No data', lines: told(frame) ?? ['The query answered without a table.'] };
  }
  if (frame.length === 0) {
    return { title: 'No rows', lines: [...(told(frame) ?? []), ...noRows] };
  }
  const value = findField(frame, { chosen: valueField, type: FieldType.number, except: notValues });
  return value?.type === FieldType.number ? { frame, value } : missingValue(frame, valueField, drawing);
}

/** What the datasource says of a frame. */
function told(frame: DataFrame | undefined): string[] | undefined {
  return frame?.meta?.notices?.map((n) => n.text);
}

function missingValue(frame: DataFrame, chosen: string, drawing: string): Missing {
  if (chosen) {
    return missingColumn(`There is no number column "${chosen}" to be charted.`, frame);
  }
  const text = textValue(frame);
  return text === undefined
    ? missingColumn(`A ${drawing} needs a number column with the measured values.`, frame)
    : {
        title: `${text} is a text, of which there is no ${drawing}.`,
        lines: ['Its values stand in the traveler of each cell. Choose another characteristic for a chart.'],
      };
}

/** The first characteristic of a `visits` frame, whose values stand between cell and visit, if it is a text. */
function textValue({ name, fields }: DataFrame): string | undefined {
  const at = (column: string) => fields.findIndex((f) => f.name === column);
  return name === 'visits' && at('visit') > 0
    ? fields.slice(at('cell_id') + 1, at('visit')).find(({ type }) => type === FieldType.string)?.name
    : undefined;
}
