import { cellsOf, cellText } from '../cells';
import type { Layout } from './Layout';

/** The barcodes that a side file names, each once. */
function barcodes(side: string): string[] {
  const [header = [], ...rows] = cellsOf(side, ',').lines;
  const at = header.findIndex((name) => cellText(name).toLowerCase() === 'item_id');
  const named = rows.filter((row) => row.length > 1).map((row) => cellText(row[at]));
  return at < 0 ? [] : [...new Set(named)].filter((text) => text !== '');
}

/** Arbin: Unix time, counters of both directions, the barcode in a side file. */
export const arbin: Layout = {
  id: 'arbin',
  about: 'Arbin, X_CH7.csv with X_CH7_Metadata.csv',
  delimiter: ',',
  header: ['Data_Point', 'Test_Time', 'DateTime', 'Current', 'Voltage'],
  columns: {
    voltage: 'Voltage',
    current: 'Current',
    temperature: 'Temperature',
    step: 'Step_Index',
    cycle: 'Cycle_Index',
  },
  counters: {
    charge: { capacity: 'Charge_Capacity', energy: 'Charge_Energy' },
    discharge: { capacity: 'Discharge_Capacity', energy: 'Discharge_Energy' },
  },
  record: 'Data_Point',
  clock: { column: 'DateTime', kind: 'unix' },
  test: { column: 'Test_Time', unit: 'seconds' },
  sideFile: (name) => name.replace(/(\.[^.]*)?$/, '_Metadata$1'),
  isSideFile: (name) => /_Metadata\.csv$/i.test(name),
  source({ name, side }) {
    if (side === undefined) {
      const problem = `no ${this.sideFile?.(name)} came with it, which holds the barcode: copy both again`;
      return { problem, shown: '', incomplete: true };
    }
    const found = barcodes(side);
    const [item] = found;
    return item === undefined || found.length > 1
      ? {
          problem: `its side file names ${found.length} barcodes in Item_ID: ${found.join(', ')}`,
          shown: side.slice(0, 1000),
        }
      : { item, position: /_CH(\d+)\.[^.]*$/i.exec(name)?.[1] ?? '' };
  },
};
