import type { HoldingSignal, Wait } from '@cellthread/vocabulary';
import type { Word } from './vocabulary';

/** Language code → text. */
export type Texts = Record<string, string>;

export interface Header {
  number: string;
  title: string;
  revision: number;
  phase: Word<'phase'>;
  /** When this plan takes effect if nothing was pushed before (ISO 8601). */
  effective_from: string;
  fmea: string;
  team: Array<{ name: string; role: string }>;
  approvals: Array<{ name: string; role: string; date: string }>;
}

export interface Shift {
  id: string;
  /** `HH:MM`, local; a shift that ends before it starts belongs to the day it starts on. */
  start: string;
  end: string;
}

export type PlannedStop =
  { name: string; days: Array<Word<'day'>>; start: string; end: string } | { name: string; from: string; to: string };

export interface Calendar {
  timezone: string;
  /** `HH:MM`, local start of the production day. */
  day_start: string;
  shifts: Shift[];
  planned_stops: PlannedStop[];
}

export interface Equipment {
  id: string;
  /** The id where the plan states none. */
  name: string;
  station: string;
  site: string;
  area: string;
  line: string;
  /** Nozzles, channels, nests, by name; empty where the machine has one place. */
  positions: string[];
}

export interface Site {
  id: string;
  name: string;
  calendar: Calendar;
  areas: Array<{ id: string; name: string }>;
  lines: string[];
  /** By id, of the lines that have one. */
  line_names: Record<string, string>;
}

export interface Choice {
  id: string;
  text: Texts;
}

/** Something a person can have done to a machine. */
export interface Action extends Choice {
  /** Characteristics of the station that it usually brings back, `*` for all; absent where it mends nothing. */
  mends?: string[];
}

/** What people may ask the machines of a station for. */
export interface Requests {
  /** Machines that may be asked to stop. */
  pause: string[];
  adjust: Adjustment[];
}

/** What machines may be asked to set higher or lower, by how much at least and at most, in its unit; below zero is down. */
export interface Adjustment {
  characteristic: string;
  by: [least: number, most: number];
  equipment: string[];
}

export interface RawValue {
  id: string;
  name: string;
  unit: string;
}

/** Each bound is undefined where the plan states none: missing, never zero. */
export interface Spec {
  lsl?: number;
  target?: number;
  usl?: number;
}

/** What the process is planned to do. */
export interface Expected {
  /** One standard deviation, all sources together. */
  sigma?: number;
  mean?: number;
  /** Of items, 0…1: booleans that are true, counts above zero. */
  share?: number;
}

/** A spec that differs for a product or a stratum. */
export interface Override extends Spec {
  product: string;
  stratum: string;
  expected?: Expected;
}

export interface Derived {
  formula: Word<'formula'>;
  /** Characteristics or raw values of the same station. */
  from: string[];
  /** What the formula refers to: a temperature in °C or the key that groups (`carrier`). */
  reference?: string | number;
  scale?: number;
  /** Relative change per kelvin, for temperature corrections. */
  coefficient?: number;
  /** Which of the two carries the verdict. */
  verdict: Word<'derived_verdict'>;
}

/** k of the last n first judged items of a machine or position. */
export interface KOfN {
  k: number;
  n: number;
}

export interface Characteristic {
  id: string;
  station: string;
  /** Place within its station, from 1. */
  order: number;
  name: string;
  /** What its values are: `boolean` and `count` are stored as floats like `number`, only `text` as text. */
  type: Word<'type'>;
  kind: Word<'kind'>;
  /** Nominal setting of a process characteristic. */
  set_value?: number;
  /** Grafana unit id. */
  unit: string;
  unit_text: string;
  decimals: number;
  spec: Spec;
  overrides: Override[];
  expected?: Expected;
  special_class: Word<'special_class'> | '';
  /** `every cell`, `1 in 500`, `each batch`, `continuous`. */
  sample: string;
  measurement: {
    gauge?: string;
    resolution?: number;
    uncertainty?: number;
    /** Gauge repeatability and reproducibility, % of tolerance. */
    grr?: number;
    calibration_s?: number;
    master_check_s?: number;
    /** Known values of master parts by their item id. */
    masters?: Record<string, number>;
  };
  plausible: { lo?: number; hi?: number };
  /** Values at or beyond these ends are known only to lie there. */
  censored: { low?: number; high?: number };
  derived?: Derived;
  source: Word<'source'>;
  /** Field of the environment measurement, where the source is one. */
  quantity?: string;
  distribution: Word<'distribution'>;
  bad_direction: Word<'bad_direction'>;
  /** In units of sigma. */
  smallest_shift: number;
  /** Empty for a text: nothing of it can be charted. */
  chart: Word<'chart'> | '';
  subgroup: { by: string[]; n: number };
  rules: Array<Word<'rule'>>;
  monitor: { window_s: number; min_n: number; against: Word<'against'> };
  k_of_n: KOfN;
  /** How long a zone may lie beyond its spec, s; undefined where the source is no zone. */
  tolerate_s?: number;
  route: Word<'route'>;
  severity: Word<'severity'>;
  reaction: { text: Texts; owner: string; containment: Word<'containment'>; escalate_after_s: number };
  capability_target: number;
  /** How well the numbers are sourced: S source, P partly, D derived, A assumed. */
  grade: Word<'grade'> | '';
  basis: string;
}

export interface Station {
  id: string;
  /** Place in the route, from 1. */
  order: number;
  name: string;
  item: Word<'item'>;
  /** Where its equipment stands: one a site, which may name it as it likes. */
  areas: string[];
  zone: string;
  time_resolution: Word<'time_resolution'>;
  from_station?: { station: string; min_hours: number; max_hours: number };
  gate?: { unknown: Word<'unknown'> };
  /** `count`: the station counts every pass from 1 again, so that passes are numbered by time. */
  retest: { max: number; decide: Word<'decide'>; count: boolean };
  /** From one item to the next at one machine; undefined where the plan states none. */
  cycle_s?: number;
  /** What one visit adds to what an item cost, in the plan's currency; undefined where the plan states none. */
  cost_added?: number;
  max_gap_s: number;
  /** Verdicts of the last n judged items of one machine that may not differ from the plan's k times. */
  k_of_n: KOfN;
  warmup_cells: number;
  materials: string[];
  causes: Choice[];
  actions: Action[];
  /** Undefined where nothing may be asked for. */
  requests?: Requests;
  raw_values: RawValue[];
  equipment: string[];
  characteristics: Characteristic[];
}

/** A frozen model of the process, not lines: charts compute their own limits from it. */
export interface ControlLimit {
  station: string;
  characteristic: string;
  /** Product id or `*`. */
  product: string;
  /** `equipment=filler-02,position=nozzle-4`, keys in the order of `stratumKeys`, or `*`. */
  stratum: string;
  model: Word<'model'>;
  centre: number;
  sigma_within: number;
  sigma_between: number;
  /** Of the plotted statistic: √(σ_between² + σ_within² / subgroup_n) unless stated. */
  sigma_plotted: number;
  subgroup_n: number;
  window_s?: number;
  lambda?: number;
  l?: number;
  k?: number;
  /** Plotted points the model was established from. */
  n?: number;
  lots_spanned?: number;
  shifts_spanned?: number;
  baseline_from_ms?: number;
  baseline_to_ms?: number;
  status: Word<'status'>;
  approved_by: string;
  trigger: string;
}

export interface Plan {
  header: Header;
  enterprise: string;
  /** Signals a shift that people can bear. */
  alarm_budget: { maintenance: number; plant: number };
  personal_data: Word<'personal_data'>;
  /** Whether notes, reasons and texts of events are kept where personal data are not in clear. */
  keep_free_text: boolean;
  disposition_master: Word<'disposition_master'>;
  /** After how many seconds a hold of that kind ends by itself; of the others none does. */
  hold_expiry: Partial<Record<HoldingSignal, number>>;
  /** Within how many seconds somebody answers what waits; of the others the vocabulary says it. */
  answer_within: Partial<Record<Wait, number>>;
  /** Of what alerts tell people. */
  language: Word<'language'>;
  /** Buckets of the item index. */
  buckets: number;
  /** Code of the currency of costs; undefined where the plan states none. */
  currency?: string;
  /** Process of the simulator; undefined: the plan's figures alone. */
  simulation?: string;
  products: Array<{ id: string; name: string }>;
  zones: Array<{ id: string; name: string }>;
  sites: Site[];
  equipment: Equipment[];
  stations: Station[];
  control_limits: ControlLimit[];
}
