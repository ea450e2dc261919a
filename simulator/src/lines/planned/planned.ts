import { type PlantCharacteristic, type ProductSpec } from '../../plant/Plant';
import { type LineKind } from '../LineModel';
import { cadence } from './cadence';
import { defectsOf } from './defectsOf';
import { processOf } from './processOf';
import { Upstream } from './Upstream';

/** Lots last about a shift: as many items as are started in this time. */
const LOT_MS = 8 * 3_600_000;
const LOT_ITEMS = { least: 20, most: 1000 };
/** A material's name in the IDs of its lots. */
const PREFIX = 48;

const hasLimit = ({ lsl, usl }: ProductSpec): boolean => lsl !== undefined || usl !== undefined;

/** Any plan by its own figures: means, spreads and shares of `expected`, limits, cycles. No causes between stations. */
export const planned: LineKind = {
  id: 'planned',
  title: 'the figures of the plan alone',
  faults: [],
  usual({ lines, stations }) {
    const on = new Set(lines.flatMap(({ way }) => way.map(({ id }) => id)));
    const measured = stations.flatMap(({ id, characteristics }) =>
      on.has(id) ? characteristics.filter(({ type }) => type === 'number') : []
    );
    const place = (c: PlantCharacteristic | undefined) => c && `${c.station}.${c.id}`;
    // What is watched shows a drift best.
    const drifting = place(measured.find(({ watched }) => watched) ?? measured[0]);
    const bad = place(measured.findLast(({ specs }) => [...specs.values()].some(hasLimit)));
    return [...(drifting ? [`drift:${drifting}@-6h`] : []), ...(bad ? [`out-of-spec:${bad}@-3h`] : [])];
  },
  of(plant) {
    const { taktMs, time } = cadence;
    const takt = Math.max(1, ...plant.lines.map(taktMs));
    const items = Math.min(LOT_ITEMS.most, Math.max(LOT_ITEMS.least, Math.round(LOT_MS / takt)));
    const [first] = plant.products;
    return {
      chemistry: 'Z',
      process: processOf(plant),
      defects: first === undefined ? [] : defectsOf(plant.characteristics, first),
      taktMs,
      time,
      lots: (material) => ({ prefix: material.toUpperCase().replaceAll('_', '-').slice(0, PREFIX), items }),
      checks: ({ characteristics }) => characteristics.some(({ mastered, type }) => mastered && type === 'number'),
      stops: ({ item }) => item !== 'tray' && item !== 'batch',
      rebuilds: ({ item }) => item === 'cell',
      wears: () => false,
      feed: (parts) => new Upstream(parts),
    };
  },
};
