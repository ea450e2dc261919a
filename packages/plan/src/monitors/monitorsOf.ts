import { equipmentAt } from '../select';
import type { Characteristic, Plan, Site, Spec } from '../types';
import { approvedLimit } from './approvedLimit';
import { alikeOf, sistersOf, type Stream, streamsOf } from './stream';

/** What the plan wants watched of a group of streams. */
export interface PlannedMonitor {
  station: string;
  characteristic: string;
  route: Characteristic['route'];
  what: 'level' | 'spread' | 'share';
  against: 'self' | 'sisters';
  streams: Stream[];
  /** Windows are so long, and longer until half of the streams have so many items; 0: however few. */
  window_s: number;
  min_n: number;
}

const bounded = ({ lsl, usl }: Spec) => lsl !== undefined || usl !== undefined;

const specFor = ({ spec, overrides }: Characteristic, product: string): Spec =>
  overrides.find((override) => override.product === product && override.stratum === '*') ?? spec;

/** Whether the records of a station bring it as numbers. */
export const measured = ({ source, type }: Characteristic) => source !== 'environment' && type !== 'text';

/**
 * The monitors of a product at a site: the same that `control.Monitors` of the datasource makes of all streams that the plan has
 * (`corpus/monitors` binds both).
 */
export function monitorsOf(plan: Plan, site: Site, product: string): PlannedMonitor[] {
  return plan.stations.flatMap(({ id, characteristics }) => {
    const streams = streamsOf(equipmentAt(plan, { site: site.id, station: id }));
    return characteristics.filter(measured).flatMap((characteristic) => {
      const { id: name, station, route, monitor } = characteristic;
      const { window_s, min_n } = monitor;
      const of = { station, characteristic: name, route, window_s, min_n };
      const levels = (against: PlannedMonitor['against'], group: Stream[]): PlannedMonitor[] =>
        (['level', 'spread'] as const).map((what) => ({ ...of, what, against, streams: group }));
      const sisters = monitor.against === 'sisters' ? sistersOf(streams) : [];
      const self = streams.filter((stream) =>
        approvedLimit(plan, { station, characteristic: name, product }, attributesOf(site, stream))
      );
      const shares = bounded(specFor(characteristic, product)) ? alikeOf(streams) : [];
      return [
        ...sisters.flatMap((group) => levels('sisters', group)),
        ...self.flatMap((stream) => levels('self', [stream])),
        ...shares.map((group): PlannedMonitor => ({ ...of, what: 'share', against: 'self', streams: group, min_n: 0 })),
      ];
    });
  });
}

const attributesOf = ({ id }: Site, { line, equipment, position }: Stream) => ({
  site: id,
  line,
  equipment,
  ...(position !== '' && { position }),
});
