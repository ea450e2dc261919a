import { segmentPattern } from '@cellthread/plan';
import type { CurveRow } from './curveRow';
import { identify } from './identify';
import type { CurveField, Layout } from './layouts/Layout';
import { type ClockSettings, readClocks } from './readClocks';
import { readValues } from './readValues';
import { readTable } from './table';

export interface ExportFile {
  name: string;
  text: string;
  /** Text of the file that must come with it, if it came. */
  side?: string;
  modified_ms: number;
}

export interface ReadSettings extends ClockSettings {
  /** Name of the machine whose exports have a layout. */
  equipment: (layout: Layout) => string;
  /** Days that samples are kept: the database would drop older ones without a word. */
  keep_days: number;
}

type Problem = { problem: string; shown: string };
/** `incomplete`: a file that belongs to it may still come. */
export type Unread = Problem & { incomplete?: boolean };

/** Rows of a file and what of it was left out, or why nothing of it is stored. */
export type ReadExport = { rows: CurveRow[]; notes: Problem[] } | Unread;

/** As in Telegraf's scripts: what may be looked up as a cell. */
const identifier = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/;

const day = 86_400_000;
const ahead = 5 * 60_000;

function ageProblems(
  at_ms: readonly number[],
  { now_ms, keep_days }: ReadSettings
): { refused?: string; note?: string } {
  const late = at_ms.find((ms) => ms > now_ms + ahead);
  if (late !== undefined) {
    const seconds = Math.round((late - now_ms) / 1000);
    return { refused: `a sample is ${seconds} s ahead of now: check clock, time zone and the order of day and month` };
  }
  const old = at_ms.filter((ms) => ms < now_ms - keep_days * day).length;
  const text = `${old} of ${at_ms.length} samples are older than the ${keep_days} days that are kept`;
  return old === 0 ? {} : old === at_ms.length ? { refused: text } : { note: `${text}: they are not stored` };
}

/** A file becomes rows whole or not at all; what is uncertain in it is named, with the text that was not understood. */
export function readExport(file: ExportFile, settings: ReadSettings): ReadExport {
  const lines = file.text.split('\n');
  const first = (lines.find((line) => line.trim() !== '') ?? '').slice(0, 300);
  if (first === '') {
    return { problem: 'it is empty', shown: '' };
  }
  const found = identify(file.text);
  if (!found) {
    return { problem: `its layout is not known; its first line is "${first.slice(0, 200)}"`, shown: first };
  }
  const { layout, cells, header } = found;
  const read = readTable(cells, header, file.text.endsWith('\n'), layout.delimiter);
  if ('problem' in read) {
    return read;
  }
  const { table } = read;
  const above = lines.slice(0, header);
  const source = layout.source({ name: file.name, above, side: file.side });
  if ('problem' in source) {
    return source;
  }
  if (!identifier.test(source.item)) {
    return { problem: `"${source.item}" is no barcode: letters, digits and . _ : / -, at most 64`, shown: source.item };
  }
  const values = readValues(layout, table);
  if ('problem' in values) {
    return values;
  }
  const { modified_ms } = file;
  const times = readClocks({ layout, table, above, commas: values.commas, modified_ms, settings });
  if ('problem' in times) {
    return times;
  }
  const age = ageProblems(times.at_ms, settings);
  if (age.refused !== undefined) {
    return { problem: age.refused, shown: table.line(0) };
  }
  const records = table.column(layout.record) ?? [];
  const fields = Object.entries(values.fields) as Array<[CurveField, Array<number | undefined> | undefined]>;
  const rows = times.at_ms.map((at_ms, i) => ({
    equipment: settings.equipment(layout),
    position: segmentPattern.test(source.position) ? source.position : 'unknown',
    cell_id: source.item,
    record: records[i] ?? '',
    at_ms,
    values: Object.fromEntries(
      fields.map(([field, of]) => [field, of?.[i]]).filter(([, value]) => value !== undefined)
    ),
  }));
  return {
    rows: rows.filter(
      ({ at_ms, values: own }) => at_ms >= settings.now_ms - settings.keep_days * day && Object.keys(own).length > 0
    ),
    notes: [...values.notes, ...(age.note === undefined ? [] : [{ problem: age.note, shown: '' }])],
  };
}
