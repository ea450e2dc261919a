import { type Characteristic, equipmentAt, type Plan, type Spec } from '@cellthread/plan';
import { hash } from '../core/hash';
import { Calendar } from './Calendar';
import { type Plant, type PlantCharacteristic, type PlantLine, type PlantStation, type ProductSpec } from './Plant';

/** Spread assumed where the plan expects none: a capability of about 1.33. */
function assumedSigma({ lsl, target, usl }: Spec): number {
  const centre = target ?? ((lsl ?? 0) + (usl ?? 0)) / 2;
  const half = Math.min(...[lsl, usl].filter((limit) => limit !== undefined).map((limit) => Math.abs(limit - centre)));
  return Number.isFinite(half) && half > 0 ? half / 4 : Math.abs(centre) / 50 || 1;
}

function specOf(spec: Spec, sigma: number | undefined): ProductSpec {
  const target = spec.target ?? ((spec.lsl ?? spec.usl ?? 0) + (spec.usl ?? spec.lsl ?? 0)) / 2;
  return { lsl: spec.lsl, target, usl: spec.usl, sigma: sigma ?? assumedSigma(spec) };
}

/** `1 in 64` → 64, `each lot` → 0, everything else → 1. */
function every(sample: string): number {
  const match = /^1 in (\d+)$/.exec(sample);
  return match ? Number(match[1]) : sample === 'each lot' ? 0 : 1;
}

function characteristicOf(from: Characteristic, index: number, products: readonly string[]): PlantCharacteristic {
  const { id, station, measurement, derived } = from;
  const specs = products.map((product): [string, ProductSpec] => {
    const override = from.overrides.find((o) => o.product === product && o.stratum === '*');
    const general = specOf(from.spec, from.expected?.sigma);
    if (!override) {
      return [product, general];
    }
    const { lsl, target, usl, expected } = override;
    const spec = { lsl: lsl ?? from.spec.lsl, target: target ?? from.spec.target, usl: usl ?? from.spec.usl };
    const width = assumedSigma(spec) / assumedSigma(from.spec);
    return [product, specOf(spec, expected?.sigma ?? general.sigma * width)];
  });
  return {
    id,
    index,
    station,
    lognormal: from.distribution === 'lognormal',
    resolution: from.type === 'count' ? 1 : (measurement.resolution ?? 10 ** -from.decimals),
    gauge: Math.min(0.5, (measurement.grr ?? 10) / 100),
    every: every(from.sample),
    over: from.censored.high,
    plausibleHigh: from.plausible.hi,
    derived: derived && {
      formula: derived.formula,
      from: derived.from,
      coefficient: derived.coefficient ?? 0,
      reference: typeof derived.reference === 'number' ? derived.reference : 25,
    },
    specs: new Map(specs),
  };
}

function linesOf(plan: Plan, site: string, ids: readonly string[]): PlantLine[] {
  return ids.map((id, number) => {
    const equipment = new Map<string, PlantLine['equipment'] extends ReadonlyMap<string, infer E> ? E : never>();
    for (const station of plan.stations) {
      const own = plan.equipment.filter((e) => e.site === site && e.line === id && e.station === station.id);
      equipment.set(
        station.id,
        own.map((e) => ({
          id: e.id,
          area: e.area,
          station: e.station,
          key: hash(`${site}/${e.id}`),
          positions: e.positions.map((position) => ({ id: position, key: hash(`${site}/${e.id}/${position}`) })),
        }))
      );
    }
    return { id, number, equipment };
  });
}

/**
 * What the simulator takes from the control plan, for one site (the first unless named).
 * @throws Error with a sentence when the site or a station's equipment is missing
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
    const own = station.characteristics.map((c) => {
      const characteristic = characteristicOf(c, characteristics.length, products);
      characteristics.push(characteristic);
      if (c.source === 'environment') {
        environment.set(`${station.zone}.${c.quantity ?? c.id}`, characteristic);
      }
      // The line draws numbers: what is true or false, or a text, it does not know to make up.
      return { characteristic, measured: c.source !== 'environment' && ['number', 'count'].includes(c.type) };
    });
    if (station.zone && !zones.has(station.zone)) {
      zones.set(station.zone, equipmentAt(plan, { site: site.id, station: station.id })[0]?.area ?? '');
    }
    return {
      id: station.id,
      index,
      item: station.item,
      zone: station.zone,
      materials: station.materials,
      retests: station.retest.max,
      characteristics: own.filter(({ measured }) => measured).map(({ characteristic }) => characteristic),
    };
  });
  const lines = linesOf(plan, site.id, site.lines);
  for (const line of lines) {
    const missing = stations.find(({ id }) => !line.equipment.get(id)?.length);
    if (missing) {
      throw new Error(`The plan has no equipment for station ${missing.id} on ${site.id}/${line.id}: add one.`);
    }
  }
  const calendar = new Calendar(site.calendar);
  return {
    enterprise: plan.enterprise,
    site: site.id,
    calendar,
    products,
    zones,
    stations,
    characteristics,
    environment,
    lines,
  };
}
