import { equipmentAt, type Plan, usualCycle } from '@cellthread/plan';
import { lineKindOf } from '../lines/lineKinds';
import { Calendar } from '@cellthread/calendar';
import { type Plant, type PlantCharacteristic, type PlantStation } from './Plant';
import { readCharacteristic } from './readCharacteristic';
import { readLines } from './readLines';

/**
 * What the simulator takes from the control plan, for one site (the first unless named).
 * @throws Error with a sentence when the site, or what the plan's `simulation` needs, is missing
 */
export function readPlant(plan: Plan, siteId?: string): Plant {
  const site = siteId === undefined ? plan.sites[0] : plan.sites.find(({ id }) => id === siteId);
  if (!site) {
    throw new Error(`Site "${siteId}" is not in the plan: choose one of ${plan.sites.map(({ id }) => id).join(', ')}.`);
  }
  const products = plan.products.map(({ id }) => id);
  const characteristics: PlantCharacteristic[] = [];
  const environment = new Map<string, PlantCharacteristic>();
  const zones = new Map<string, string>();
  const stations = plan.stations.map((station, index): PlantStation => {
    const cycleS = station.cycle_s ?? usualCycle;
    const own = station.characteristics.map((c) => {
      const watched = plan.control_limits.some(
        (limit) => limit.status === 'approved' && limit.station === station.id && limit.characteristic === c.id
      );
      const characteristic = readCharacteristic(c, characteristics.length, products, cycleS, station, watched);
      characteristics.push(characteristic);
      if (c.source === 'environment') {
        environment.set(`${station.zone} ${c.quantity ?? c.id}`, characteristic);
      }
      return { characteristic, measured: c.source !== 'environment' && c.type !== 'text' };
    });
    const [machine] = equipmentAt(plan, { site: site.id, station: station.id });
    if (station.zone && machine && !zones.has(station.zone)) {
      zones.set(station.zone, machine.area);
    }
    return {
      id: station.id,
      index,
      item: station.item,
      zone: station.zone,
      materials: station.materials,
      retests: station.retest.max,
      cycleS,
      waitHours: station.from_station?.min_hours ?? 0,
      requests: station.requests,
      actions: station.actions.map(({ id, mends = [] }) => ({ id, mends })),
      characteristics: own.filter(({ measured }) => measured).map(({ characteristic }) => characteristic),
    };
  });
  const parts = {
    enterprise: plan.enterprise,
    site: site.id,
    calendar: new Calendar(site.calendar),
    products,
    zones,
    stations,
    characteristics,
    environment,
    lines: readLines(plan, site.id, site.lines, stations),
  };
  const kind = lineKindOf(plan.simulation);
  return { ...parts, kind, model: kind.of(parts) };
}
