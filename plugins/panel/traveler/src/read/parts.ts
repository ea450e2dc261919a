import { type RowReader } from '@cellthread/panelkit';
import type {
  CharacteristicColumn,
  EnvironmentColumn,
  EventColumn,
  GenealogyColumn,
  HeaderColumn,
  OperationColumn,
} from '@cellthread/vocabulary';
import { type Names } from './names';
import {
  type CellEvent,
  type Characteristic,
  type Edge,
  type Header,
  type Operation,
  type Part,
  type Reading,
} from './Traveler';

/** A part of the record: the columns by which a table without a name is recognised, and how a row is read. */
export interface PartReader<T, Column extends string = string> {
  part: Part;
  /** All of these columns, and one of each list in it. */
  needs: ReadonlyArray<Column | readonly Column[]>;
  read: (r: RowReader<Column>, row: number, names: Names) => T;
}

const detailColumns: OperationColumn[] = ['recipe', 'recipe_version', 'work_order', 'carrier', 'shift', 'operator'];

export const header: PartReader<Header, HeaderColumn> = {
  part: 'header',
  needs: ['cell_id', ['disposition', 'first_seen', 'verdict']],
  read: (r, i) => ({
    cellId: r.text('cell_id', i),
    product: r.text('product', i),
    site: r.text('site', i),
    line: r.text('line', i),
    firstSeen: r.time('first_seen', i),
    lastSeen: r.time('last_seen', i),
    station: r.text('station', i),
    verdict: r.text('verdict', i),
    disposition: r.text('disposition', i),
    visits: r.number('visits', i),
    outOfSpec: r.number('out_of_spec', i),
    rework: r.number('rework', i),
  }),
};

export const operations: PartReader<Operation, OperationColumn> = {
  part: 'operations',
  needs: ['station', 'time', ['verdict', 'equipment']],
  read: (r, i, names) => ({
    time: r.time('time', i),
    started: r.time('started', i),
    station: r.text('station', i),
    visit: r.number('visit', i) ?? 1,
    verdict: r.text('verdict', i),
    runType: r.text('run_type', i),
    equipment: r.text('equipment', i),
    place: [names.equipment(r.text('equipment', i)), r.text('position', i)].filter(Boolean).join(' · '),
    details: detailColumns.flatMap((name) => {
      const value = r.text(name, i);
      return value ? [{ label: name.replace('_', ' '), value }] : [];
    }),
    superseded: r.flag('superseded', i),
  }),
};

export const characteristics: PartReader<Characteristic, CharacteristicColumn | 'station_name'> = {
  part: 'characteristics',
  needs: [['characteristic', 'name'], 'value', ['lsl', 'usl', 'target', 'station', 'unit']],
  read: (r, i, names) => ({
    time: r.time('time', i),
    station: r.text('station', i),
    visit: r.number('visit', i) ?? 1,
    stationName: r.text('station_name', i),
    id: r.text('characteristic', i) || r.text('name', i),
    name: r.text('name', i) || r.text('characteristic', i),
    value: r.number('value', i),
    text: r.text('text', i) || (r.number('value', i) === null ? r.text('value', i) : ''),
    boolean: names.isBoolean(r.text('station', i), r.text('characteristic', i)),
    unit: r.text('unit', i),
    lsl: r.number('lsl', i),
    target: r.number('target', i),
    usl: r.number('usl', i),
    verdict: r.text('verdict', i),
    reading: r.text('reading', i),
    centre: r.number('centre', i),
    sigma: r.number('sigma', i),
    z: r.number('z', i),
    percentile: r.number('peer_percentile', i),
    controlLimits: r.text('control_limits', i),
  }),
};

export const genealogy: PartReader<Edge, GenealogyColumn> = {
  part: 'genealogy',
  needs: ['child_id', 'parent_id'],
  read: (r, i) => ({
    relation: r.text('relation', i),
    childId: r.text('child_id', i),
    childType: r.text('child_type', i),
    parentId: r.text('parent_id', i),
    parentType: r.text('parent_type', i),
    depth: r.number('depth', i),
    quantity: r.number('quantity', i),
    unit: r.text('unit', i),
    lane: r.text('lane', i),
    fromM: r.number('from_m', i),
    toM: r.number('to_m', i),
  }),
};

export const environment: PartReader<Reading, EnvironmentColumn> = {
  part: 'environment',
  needs: ['quantity', 'value', ['zone', 'sensor']],
  read: (r, i) => ({
    time: r.time('time', i),
    station: r.text('station', i),
    visit: r.number('visit', i) ?? 1,
    zone: r.text('zone', i),
    sensor: r.text('sensor', i),
    quantity: r.text('quantity', i),
    value: r.number('value', i),
    unit: r.text('unit', i),
    ageS: r.number('age_s', i),
  }),
};

export const events: PartReader<CellEvent, EventColumn> = {
  part: 'events',
  needs: ['kind', ['text', 'author', 'target_id']],
  read: (r, i) => ({
    time: r.time('time', i),
    kind: r.text('kind', i),
    targetType: r.text('target_type', i),
    targetId: r.text('target_id', i),
    holdId: r.text('hold_id', i),
    station: r.text('station', i),
    equipment: r.text('equipment', i),
    text: r.text('text', i),
    author: r.text('author', i),
    disposition: r.text('disposition', i),
    severity: r.text('severity', i),
    reference: r.text('reference', i),
  }),
};

/** In the order in which a table without a name is tried: the most particular first. */
export const partReaders: ReadonlyArray<PartReader<unknown>> = [
  genealogy,
  environment,
  characteristics,
  events,
  operations,
  header,
];
