import { type Characteristic, type Equipment, type Plan } from '@cellthread/plan';

/** A value out of spec that a machine may measure. */
export interface Bad {
  machine: Equipment;
  characteristic: Characteristic;
  value: number;
}

/** One for each measured number with a spec at each machine of the stations that handle cells, as the plan has them. */
export const badAt = (plan: Plan): Bad[] =>
  plan.equipment.flatMap((machine) => {
    const station = plan.stations.find(({ id }) => id === machine.station);
    const measured = (station?.item === 'cell' ? station.characteristics : []).filter(
      ({ type, source, derived }) => type === 'number' && source === 'station' && !derived
    );
    return measured.flatMap((characteristic) => {
      const value = outside(characteristic);
      return value === undefined ? [] : [{ machine, characteristic, value }];
    });
  });

/** Between the spec and what can be; undefined where the plan leaves no room there. */
function outside({ spec: { lsl, usl }, plausible: { lo, hi }, bad_direction: bad }: Characteristic) {
  if (usl !== undefined && hi !== undefined && hi > usl && bad !== 'low') {
    return (usl + hi) / 2;
  }
  return lsl !== undefined && lo !== undefined && lo < lsl ? (lsl + lo) / 2 : undefined;
}

export const topicOf = ({ enterprise }: Plan, { machine: { id, site, area, line, station } }: Bad): string =>
  `umh/v1/${enterprise}/${site}/${area}/${line}/${id}/_cellresult/${station}`;

export const recordOf = (plan: Plan, { machine, characteristic, value }: Bad, cell: string, atMs: number): string =>
  JSON.stringify({
    cell_id: cell,
    timestamp_ms: atMs,
    visit: 1,
    verdict: 'nok',
    run_type: 'production',
    product: plan.products[0]?.id,
    ...(machine.positions[0] === undefined ? {} : { position: machine.positions[0] }),
    values: { [characteristic.id]: value },
  });
