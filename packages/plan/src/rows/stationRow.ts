import type { Station } from '../types';
import { json, list, type RowKind } from './row';

export const stationRow: RowKind<Station> = {
  measurement: 'station',
  about: 'A process step.',
  tags: { station: { about: 'id', of: ({ id }) => id } },
  fields: {
    order: { type: 'int', about: 'place in the route, from 1', of: ({ order }) => order },
    name: { type: 'text', about: 'what people read', of: ({ name }) => name },
    item: {
      type: 'text',
      about: 'batch, roll, cell, tray, module or pack; cell and tray stations write cell_id, the others item_id',
      of: ({ item }) => item,
    },
    area: { type: 'text', about: 'ISA-95 areas of all sites, comma list', of: ({ areas }) => list(areas) },
    zone: { type: 'text', about: 'environment zone', of: ({ zone }) => zone },
    time_resolution: { type: 'text', about: 'ms or s', of: ({ time_resolution }) => time_resolution },
    from_station: { type: 'text', about: 'station before', of: ({ from_station }) => from_station?.station },
    min_hours: { type: 'float', about: 'shortest time since then', of: ({ from_station }) => from_station?.min_hours },
    max_hours: { type: 'float', about: 'longest time since then', of: ({ from_station }) => from_station?.max_hours },
    gate: { type: 'bool', about: 'asks before letting an item pass', of: ({ gate }) => gate !== undefined },
    gate_unknown: { type: 'text', about: 'what no answer means: allow or deny', of: ({ gate }) => gate?.unknown },
    retest_max: { type: 'int', about: 'retests allowed', of: ({ retest }) => retest.max },
    retest_decide: { type: 'text', about: 'last, all or median', of: ({ retest }) => retest.decide },
    retest_count: {
      type: 'bool',
      about: 'every pass is counted from 1 again: passes are numbered by time; absent in older rows: false',
      of: ({ retest }) => retest.count,
    },
    max_gap_s: { type: 'float', about: 'longest pause a chart may bridge, seconds', of: ({ max_gap_s }) => max_gap_s },
    cost_added: {
      type: 'float',
      about: 'what one visit adds to what an item cost, in the setting `currency`; absent: nothing is said',
      of: ({ cost_added }) => cost_added,
    },
    k_of_n_k: {
      type: 'int',
      about: 'verdicts that differ from the plan, of the last k_of_n_n, from which on people are told',
      of: ({ k_of_n }) => k_of_n.k,
    },
    k_of_n_n: { type: 'int', about: 'verdicts that are looked back at', of: ({ k_of_n }) => k_of_n.n },
    warmup_cells: {
      type: 'int',
      about: 'items after a changeover that statistics leave out',
      of: ({ warmup_cells }) => warmup_cells,
    },
    equipment: { type: 'text', about: 'ids of all sites, comma list', of: ({ equipment }) => list(equipment) },
    materials: { type: 'text', about: 'materials consumed, comma list', of: ({ materials }) => list(materials) },
    causes: { type: 'text', about: 'JSON list of {id, text: {language: text}}', of: ({ causes }) => json(causes) },
    actions: {
      type: 'text',
      about:
        'JSON list of {id, text: {language: text}, mends: [characteristic, or *]}; mends absent where it mends nothing',
      of: ({ actions }) => json(actions),
    },
    requests: {
      type: 'text',
      about:
        'JSON {pause: [equipment], adjust: [{characteristic, by: [least, most], equipment: [equipment]}]}: what people may ask machines for; absent: nothing',
      of: ({ requests }) => requests && json(requests),
    },
    raw_values: {
      type: 'text',
      about: 'JSON list of {id, name, unit}: values without limits of their own',
      of: ({ raw_values }) => (raw_values.length === 0 ? undefined : json(raw_values)),
    },
  },
};
