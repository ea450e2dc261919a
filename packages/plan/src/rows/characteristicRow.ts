import { any } from '../stratum';
import type { Characteristic, Override } from '../types';
import { json, list, type RowKind } from './row';

/** A characteristic as it holds for a product and stratum. */
export interface ScopedCharacteristic extends Characteristic {
  product: string;
  stratum: string;
}

export const characteristicRow: RowKind<ScopedCharacteristic> = {
  measurement: 'characteristic',
  about: 'A measured property, complete for each product and stratum that has limits of its own.',
  tags: {
    station: { about: 'station id', of: ({ station }) => station },
    characteristic: { about: 'id, the field of the station measurement', of: ({ id }) => id },
    product: { about: 'product id or `*`', of: ({ product }) => product },
    stratum: { about: '`equipment=filler-02,position=nozzle-4` or `*`', of: ({ stratum }) => stratum },
  },
  fields: {
    order: { type: 'int', about: 'place within the station, from 1', of: ({ order }) => order },
    name: { type: 'text', about: 'what people read', of: ({ name }) => name },
    type: {
      type: 'text',
      about: 'number, count, boolean or text; absent in older rows: number',
      of: ({ type }) => type,
    },
    kind: { type: 'text', about: 'product or process', of: ({ kind }) => kind },
    set_value: {
      type: 'float',
      about: 'nominal setting of a process characteristic',
      of: ({ set_value }) => set_value,
    },
    unit: { type: 'text', about: 'Grafana unit id', of: ({ unit }) => unit },
    unit_text: { type: 'text', about: 'unit as written in documents', of: ({ unit_text }) => unit_text },
    decimals: { type: 'int', about: 'decimals shown', of: ({ decimals }) => decimals },
    lsl: { type: 'float', about: 'lower spec limit', of: ({ spec }) => spec.lsl },
    target: { type: 'float', about: 'target value', of: ({ spec }) => spec.target },
    usl: { type: 'float', about: 'upper spec limit', of: ({ spec }) => spec.usl },
    special_class: { type: 'text', about: 'SC, CC or safety', of: ({ special_class }) => special_class },
    sample: { type: 'text', about: 'how often it is measured', of: ({ sample }) => sample },
    gauge: { type: 'text', about: 'what measures', of: ({ measurement }) => measurement.gauge },
    resolution: { type: 'float', about: 'smallest step of the gauge', of: ({ measurement }) => measurement.resolution },
    uncertainty: { type: 'float', about: 'standard uncertainty', of: ({ measurement }) => measurement.uncertainty },
    grr: {
      type: 'float',
      about: 'repeatability and reproducibility, % of tolerance',
      of: ({ measurement }) => measurement.grr,
    },
    calibration_s: {
      type: 'float',
      about: 'calibration interval, seconds',
      of: ({ measurement }) => measurement.calibration_s,
    },
    master_check_s: {
      type: 'float',
      about: 'interval of master checks, seconds',
      of: ({ measurement }) => measurement.master_check_s,
    },
    masters: {
      type: 'text',
      about: 'JSON {item id: known value} of master parts',
      of: ({ measurement }) => measurement.masters && json(measurement.masters),
    },
    plausible_lo: { type: 'float', about: 'lowest value that can be true', of: ({ plausible }) => plausible.lo },
    plausible_hi: { type: 'float', about: 'highest value that can be true', of: ({ plausible }) => plausible.hi },
    censored_low: { type: 'float', about: 'at or below: only "less" is known', of: ({ censored }) => censored.low },
    censored_high: { type: 'float', about: 'at or above: only "more" is known', of: ({ censored }) => censored.high },
    derived: {
      type: 'text',
      about: 'JSON {formula, from, reference, scale, coefficient, verdict}',
      of: ({ derived }) => derived && json(derived),
    },
    source: { type: 'text', about: 'station or environment', of: ({ source }) => source },
    quantity: {
      type: 'text',
      about: 'field of `environment`, where the source is one',
      of: ({ quantity }) => quantity,
    },
    distribution: {
      type: 'text',
      about: 'normal, lognormal, folded or percentile',
      of: ({ distribution }) => distribution,
    },
    bad_direction: { type: 'text', about: 'both, high or low', of: ({ bad_direction }) => bad_direction },
    smallest_shift: {
      type: 'float',
      about: 'smallest shift that matters, σ',
      of: ({ smallest_shift }) => smallest_shift,
    },
    chart: { type: 'text', about: 'control chart; absent: none', of: ({ chart }) => chart },
    subgroup_by: { type: 'text', about: 'keys, comma list', of: ({ subgroup }) => list(subgroup.by) },
    subgroup_n: { type: 'int', about: 'size of a subgroup', of: ({ subgroup }) => subgroup.n },
    rules: { type: 'text', about: 'rules drawn on the chart, comma list', of: ({ rules }) => list(rules) },
    monitor_window_s: { type: 'float', about: 'window of alerts, seconds', of: ({ monitor }) => monitor.window_s },
    monitor_min_n: { type: 'int', about: 'fewest cells in a window', of: ({ monitor }) => monitor.min_n },
    monitor_against: { type: 'text', about: 'self, sisters or lot', of: ({ monitor }) => monitor.against },
    k_of_n_k: {
      type: 'int',
      about: 'cells out of spec of the last k_of_n_n from which on people are told',
      of: ({ k_of_n }) => k_of_n.k,
    },
    k_of_n_n: { type: 'int', about: 'cells that are looked back at', of: ({ k_of_n }) => k_of_n.n },
    tolerate_s: {
      type: 'float',
      about: 'how long a zone may lie beyond its spec, seconds',
      of: ({ tolerate_s }) => tolerate_s,
    },
    route: { type: 'text', about: 'quality, maintenance or engineering', of: ({ route }) => route },
    severity: { type: 'text', about: 'safety, critical, warning or info', of: ({ severity }) => severity },
    reaction_text: { type: 'text', about: 'JSON {language: text}', of: ({ reaction }) => json(reaction.text) },
    reaction_owner: { type: 'text', about: 'who acts', of: ({ reaction }) => reaction.owner },
    containment: { type: 'text', about: 'hold, inspect, rework or none', of: ({ reaction }) => reaction.containment },
    escalate_after_s: { type: 'float', about: 'seconds', of: ({ reaction }) => reaction.escalate_after_s },
    capability_target: { type: 'float', about: 'least Cpk', of: ({ capability_target }) => capability_target },
    grade: { type: 'text', about: 'how well the numbers are sourced: S, P, D or A', of: ({ grade }) => grade },
  },
};

/** The general statement, then one for each override; an override states its whole spec. */
export function scopes(characteristic: Characteristic): ScopedCharacteristic[] {
  const scoped = ({ product, stratum, lsl, target, usl }: Override): ScopedCharacteristic => ({
    ...characteristic,
    product,
    stratum,
    spec: { lsl, target, usl },
  });
  return [{ ...characteristic, product: any, stratum: any }, ...characteristic.overrides.map(scoped)];
}
