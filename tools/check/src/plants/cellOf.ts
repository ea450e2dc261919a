import { type Characteristic, type Equipment, equipmentAt, type Plan, type Station } from '@cellthread/plan';

/** A message that a station sends of a cell. */
export interface CellMessage {
  station: Station;
  topic: string;
  payload: Record<string, unknown> & { values: Record<string, number> };
}

/** Stations that tell of cells, in the order of the route. */
export const cellStations = (plan: Plan): Station[] =>
  plan.stations.filter(({ item }) => item === 'cell' || item === 'tray');

/** What a station measures of a cell as a number. */
export const measured = (station: Station): Characteristic[] =>
  station.characteristics.filter(({ source, type }) => source === 'station' && type !== 'text');

/** The way of one cell through the first line of the plan, every value inside its spec unless `values` say otherwise. */
export function cellOf(
  plan: Plan,
  id: string,
  timestampMs: number,
  values: Record<string, number> = {}
): CellMessage[] {
  const site = plan.sites[0]!;
  return cellStations(plan).map((station, place) => {
    const machine = equipmentAt(plan, { site: site.id, line: site.lines[0], station: station.id })[0]!;
    return {
      station,
      topic: topicOf(plan, machine, station),
      payload: {
        cell_id: id,
        timestamp_ms: timestampMs + place * 1000,
        visit: 1,
        verdict: 'ok',
        product: plan.products[0]!.id,
        ...(machine.positions[0] && { position: machine.positions[0] }),
        values: Object.fromEntries(measured(station).map((one) => [one.id, values[one.id] ?? good(one)])),
      },
    };
  });
}

const topicOf = ({ enterprise }: Plan, { site, area, line, id }: Equipment, station: Station) =>
  `umh/v1/${enterprise}/${site}/${area}/${line}/${id}/_cellresult/${station.id}`;

function good({ spec: { lsl, target, usl }, type }: Characteristic): number {
  const within = target ?? (lsl !== undefined && usl !== undefined ? (lsl + usl) / 2 : (lsl ?? usl ?? 1));
  return type === 'number' ? within : Math.floor(within);
}

/** A value out of spec that can be true; undefined where there is none. */
export function bad({ spec: { lsl, target, usl }, plausible, type }: Characteristic): number | undefined {
  const width = lsl !== undefined && usl !== undefined ? usl - lsl : Math.abs((usl ?? lsl ?? 0) - (target ?? 0)) || 1;
  const step = type === 'number' ? width / 10 : 1;
  return [usl !== undefined ? usl + step : undefined, lsl !== undefined ? lsl - step : undefined].find(
    (value) => value !== undefined && value >= (plausible.lo ?? 0) && value <= (plausible.hi ?? Infinity)
  );
}
