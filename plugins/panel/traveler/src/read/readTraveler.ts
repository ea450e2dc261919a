import { describeColumns, type Missing, rowReader } from '@cellthread/panelkit';
import { type DataFrame } from '@grafana/data';
import {
  characteristics,
  environment,
  events,
  genealogy,
  header,
  operations,
  type PartReader,
  partReaders,
} from './parts';
import { namesOf } from './names';
import { type Part, type Traveler } from './Traveler';
import { wideRow } from './wideRow';

/**
 * A cell's record from the frames of a traveler query, or as much of one as any other table gives: tables are
 * recognised by their columns, and a row with one column a measurement ("filling.fill_mass") becomes its
 * characteristics.
 */
export function readTraveler(series: readonly DataFrame[]): Traveler | Missing {
  const notices = [...new Set(series.flatMap((f) => f.meta?.notices?.map((n) => n.text) ?? []))];
  const frames = assign(series);
  if (frames.size === 0) {
    return wideRow(series, notices) ?? nothing(series, notices);
  }
  const names = namesOf(series);
  const rows = <T>(reader: PartReader<T>): T[] => {
    const frame = frames.get(reader.part);
    if (!frame) {
      return [];
    }
    const r = rowReader(frame);
    return Array.from({ length: frame.length }, (_, i) => reader.read(r, i, names));
  };
  const heads = rows(header);
  const traveler: Traveler = {
    header: heads[0] ?? null,
    operations: rows(operations),
    characteristics: rows(characteristics),
    genealogy: rows(genealogy),
    environment: rows(environment),
    events: rows(events),
    missing: partReaders.map((p) => p.part).filter((part) => !frames.has(part)),
    notes: [...notices, ...(heads.length > 1 ? [`Only the first of ${heads.length} cells is shown.`] : [])],
    names,
  };
  const empty = [...frames.values()].every((frame) => frame.length === 0);
  return empty
    ? { title: 'No such cell', lines: notices.length > 0 ? notices : ['The query found no record of this identifier.'] }
    : traveler;
}

function assign(series: readonly DataFrame[]): Map<Part, DataFrame> {
  const out = new Map<Part, DataFrame>();
  for (const frame of series) {
    const names = new Set(frame.fields.map((f) => f.name));
    const reader =
      partReaders.find((p) => p.part === frame.name) ??
      partReaders.find(
        (p) =>
          !out.has(p.part) && p.needs.every((n) => (typeof n === 'string' ? names.has(n) : n.some((o) => names.has(o))))
      );
    if (reader && !out.has(reader.part)) {
      out.set(reader.part, frame);
    }
  }
  return out;
}

function nothing(series: readonly DataFrame[], notices: string[]): Missing {
  const holds = series.filter((f) => f.fields.length > 0).map((f) => `The data has: ${describeColumns(f)}.`);
  return holds.length === 0
    ? { title: 'No data', lines: notices.length > 0 ? notices : ['Choose a cell, or scan its identifier.'] }
    : {
        title: 'A traveler needs a cell: a column cell_id, or the frames of a traveler query.',
        lines: [...notices, ...holds],
      };
}
