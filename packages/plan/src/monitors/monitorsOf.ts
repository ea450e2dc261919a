import { usualWindow } from '../cadence';
import { equipmentAt } from '../select';
import type { Characteristic, Equipment, Plan, Site, Spec, Station } from '../types';
import { approvedLimit } from './approvedLimit';
import { lotKind } from './lotKind';
import { alikeOf, isParted, isWhole, lotGroupsOf, sistersOf, type Stream, streamsOf } from './stream';

/** What the plan wants watched of a group of streams. */
export interface PlannedMonitor {
  station: string;
  /** `''`: the verdicts. */
  characteristic: string;
  route: Characteristic['route'];
  what: 'level' | 'spread' | 'share';
  /** `master`: gauges of machines, against master parts; `past`: zones, which the plan has no sensors of, against themselves before. */
  against: 'self' | 'sisters' | 'lot' | 'master' | 'past';
  streams: Stream[];
  /** Windows are so long, and longer until half of the streams have so many items; 0: however few. */
  window_s: number;
  min_n: number;
}

const bounded = ({ lsl, usl }: Spec) => lsl !== undefined || usl !== undefined;

/** The limits of a product; where it has none of its own those of all. */
export const specFor = ({ spec, overrides }: Characteristic, product: string): Spec =>
  overrides.find((override) => override.product === product && override.stratum === '*') ?? spec;

/** Whether the records of a station bring it as numbers. */
export const measured = ({ source, type }: Characteristic) => source !== 'environment' && type !== 'text';

/**
 * The monitors of a product at a site: the same that `control.Monitors` of the datasource makes of all streams that the plan has
 * (`corpus/monitors` binds both).
 */
export function monitorsOf(plan: Plan, site: Site, product: string): PlannedMonitor[] {
  return plan.stations.flatMap((station) => {
    const machines = equipmentAt(plan, { site: site.id, station: station.id });
    const streams = streamsOf(machines);
    return [
      ...gaugesOf(station, machines),
      ...(machines.length > 0 ? zonesOf(station) : []),
      ...station.characteristics
        .filter(measured)
        .flatMap((characteristic) => [
          ...levelsOf(plan, site, product, characteristic, streams),
          ...(bounded(specFor(characteristic, product)) ? sharesOf(partsOf(characteristic), streams) : []),
        ]),
      ...sharesOf(
        { station: station.id, characteristic: '', route: 'maintenance', window_s: usualWindow, min_n: 0 },
        streams
      ),
    ];
  });
}

/** A gauge of each machine for each characteristic that is checked with a master part. */
const gaugesOf = ({ id, characteristics }: Station, machines: readonly Equipment[]): PlannedMonitor[] =>
  characteristics.filter(measured).flatMap((of) => {
    const { master_check_s } = of.measurement;
    return master_check_s === undefined
      ? []
      : machines.map(({ line, id: equipment }) => ({
          ...{ station: id, characteristic: of.id, route: 'maintenance' as const, what: 'level' as const },
          ...{
            against: 'master' as const,
            streams: [{ line, equipment, position: '' }],
            window_s: master_check_s,
            min_n: 1,
          },
        }));
  });

const zonesOf = ({ zone, characteristics }: Station): PlannedMonitor[] =>
  characteristics
    .filter(({ source, quantity }) => source === 'environment' && quantity && zone)
    .map((of) => ({
      ...partsOf(of),
      ...{ what: 'level', against: 'past', streams: [{ line: '', equipment: '', position: '' }], min_n: 1 },
    }));

type Parts = Pick<PlannedMonitor, 'station' | 'characteristic' | 'route' | 'window_s' | 'min_n'>;

const partsOf = ({ station, id, route, monitor: { window_s, min_n } }: Characteristic): Parts => ({
  station,
  characteristic: id,
  route,
  window_s,
  min_n,
});

const sharesOf = (of: Parts, streams: Stream[]): PlannedMonitor[] =>
  alikeOf(streams).map((group) => ({ ...of, what: 'share', against: 'self', streams: group, min_n: 0 }));

function levelsOf(
  plan: Plan,
  site: Site,
  product: string,
  characteristic: Characteristic,
  streams: Stream[]
): PlannedMonitor[] {
  const { station, id, monitor } = characteristic;
  const both = (against: PlannedMonitor['against'], group: Stream[]): PlannedMonitor[] =>
    (['level', 'spread'] as const).map((what) => ({ ...partsOf(characteristic), what, against, streams: group }));
  const groups = {
    self: () => [],
    sisters: () => sistersOf(streams),
    lot: () => lotGroupsOf(streams, lotKind(plan, characteristic)),
  }[monitor.against]();
  const self = streams.flatMap((stream) => {
    const approved = approvedLimit(plan, { station, characteristic: id, product }, attributesOf(site, stream));
    const watched = approved?.stated ? stream.equipment !== '' : approved && isWhole(streams, stream);
    if (!watched) {
      return [];
    }
    // What several machines or positions measure spreads by what they differ, too.
    const own = both('self', [stream]);
    return approved?.stated && !isParted(streams, stream) ? own : own.slice(0, 1);
  });
  return [...groups.flatMap((group) => both(monitor.against, group)), ...self];
}

const attributesOf = ({ id }: Site, { line, equipment, position }: Stream) => ({
  site: id,
  line,
  ...(equipment !== '' && { equipment }),
  ...(position !== '' && { position }),
});
