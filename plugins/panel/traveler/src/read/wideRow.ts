import { numberColumn, rowReader, textColumn } from '@cellthread/panelkit';
import { type DataFrame, type Field, FieldType } from '@grafana/data';
import { namesOf } from './names';
import { type Characteristic, type Traveler } from './Traveler';

const idNames = ['cell_id', 'item_id', 'serial', 'serial_number', 'id'];

/**
 * A record from a table with one row a cell and one column a measurement, texts where their column says of what
 * station; `null` where there is no such table.
 */
export function wideRow(series: readonly DataFrame[], notices: readonly string[]): Traveler | null {
  for (const frame of series) {
    const id = frame.fields.find((f) => idNames.includes(f.name.toLowerCase()));
    const values = frame.fields.filter(
      (f) => f !== id && (f.type === FieldType.number || (f.type === FieldType.string && f.name.includes('.')))
    );
    if (id && frame.length > 0 && values.length > 0) {
      return recordOf(frame, id, values, notices);
    }
  }
  return null;
}

function recordOf(frame: DataFrame, id: Field, values: readonly Field[], notices: readonly string[]): Traveler {
  const r = rowReader(frame);
  const time = r.time('time', 0);
  return {
    header: {
      cellId: textColumn(id)(0),
      product: r.text('product', 0),
      site: r.text('site', 0),
      line: r.text('line', 0),
      firstSeen: time,
      lastSeen: null,
      station: r.text('station', 0),
      verdict: r.text('verdict', 0),
      disposition: r.text('disposition', 0),
      visits: null,
      outOfSpec: null,
      rework: null,
    },
    operations: [],
    characteristics: values.map((f) => characteristic(f, time)),
    genealogy: [],
    environment: [],
    events: [],
    missing: ['operations', 'genealogy', 'environment', 'events'],
    notes: [...notices, ...(frame.length > 1 ? [`Only the first of ${frame.length} rows is shown.`] : [])],
    names: namesOf([frame]),
  };
}

/** Column "filling.fill_mass" is characteristic fill_mass of station filling. */
function characteristic(field: Field, time: number | null): Characteristic {
  const dot = field.name.indexOf('.');
  const text = field.type === FieldType.string;
  const v = text ? NaN : numberColumn(field)[0]!;
  return {
    time,
    station: dot > 0 ? field.name.slice(0, dot) : '',
    stationName: '',
    visit: 1,
    id: field.name.slice(dot + 1),
    name: field.config.displayName ?? field.name.slice(dot + 1),
    value: Number.isNaN(v) ? null : v,
    text: text ? textColumn(field)(0) : '',
    boolean: false,
    unit: field.config.unit ?? '',
    lsl: null,
    target: null,
    usl: null,
    verdict: '',
    reading: '',
    centre: null,
    sigma: null,
    z: null,
    percentile: null,
    controlLimits: '',
  };
}
