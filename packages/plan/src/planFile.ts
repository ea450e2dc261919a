import type { HoldingSignal, Wait } from '@cellthread/vocabulary';
import type {
  Action,
  Adjustment,
  Calendar,
  Characteristic,
  Choice,
  Derived,
  Header,
  Override,
  RawValue,
  Spec,
  Station,
  Texts,
} from './types';
import type { Word } from './vocabulary';

/** `plan.yaml` as written, after the schema accepted it and before defaults. Shapes only: meanings are in `types.ts`. */
export interface PlanFile {
  plan: Header;
  enterprise: string;
  alarm_budget?: { maintenance?: number; plant?: number };
  personal_data?: Word<'personal_data'>;
  keep_free_text?: boolean;
  disposition_master?: Word<'disposition_master'>;
  hold_expiry?: Partial<Record<HoldingSignal, string>>;
  answer_within?: Partial<Record<Wait, string>>;
  language?: Word<'language'>;
  buckets?: number;
  currency?: string;
  simulation?: string;
  products: Array<{ id: string; name: string }>;
  zones?: Array<{ id: string; name: string }>;
  sites: SiteFile[];
  defaults?: {
    reactions?: Partial<Record<Word<'item'>, ReactionFile>>;
    causes?: Choice[];
    actions?: Action[];
  };
  stations: StationFile[];
  control_limits?: ControlLimitFile[];
}

export interface SiteFile {
  id: string;
  name: string;
  calendar: Partial<Calendar> & Pick<Calendar, 'timezone'>;
  areas: Array<{ id: string; name: string; lines: LineFile[] }>;
}

export interface LineFile {
  id: string;
  name?: string;
  equipment: EquipmentFile[];
}

export interface EquipmentFile {
  id: string;
  name?: string;
  station: string;
  positions?: string[] | { name: string; count: number };
}

export interface ReactionFile {
  text?: Texts;
  owner?: string;
  containment?: Word<'containment'>;
  escalate_after?: string;
}

export interface StationFile extends Pick<Station, 'id' | 'name' | 'item'> {
  zone?: string;
  time_resolution?: Word<'time_resolution'>;
  from_station?: { station: string; min_hours?: number; max_hours: number };
  gate?: boolean | { unknown: Word<'unknown'> };
  retest?: { max?: number; decide?: Word<'decide'>; count?: boolean };
  max_gap?: string;
  cycle?: number;
  cost_added?: number;
  k_of_n?: KOfNFile;
  warmup_cells?: number;
  materials?: string[];
  causes?: Choice[];
  actions?: Action[];
  requests?: { pause?: boolean | string[]; adjust?: AdjustmentFile[] };
  raw_values?: RawValue[];
  characteristics: CharacteristicFile[];
}

/** Of all machines of the station where none is named. */
export type AdjustmentFile = Omit<Adjustment, 'equipment'> & Partial<Pick<Adjustment, 'equipment'>>;

/** Each takes its default where it is left out. */
export interface KOfNFile {
  k?: number;
  n?: number;
}

export type StratumFile = Record<string, string>;

export interface CharacteristicFile
  extends
    Pick<Characteristic, 'id' | 'name' | 'unit'>,
    Partial<
      Pick<
        Characteristic,
        | 'type'
        | 'kind'
        | 'set_value'
        | 'unit_text'
        | 'decimals'
        | 'expected'
        | 'sample'
        | 'censored'
        | 'source'
        | 'quantity'
        | 'distribution'
        | 'bad_direction'
        | 'smallest_shift'
        | 'rules'
        | 'route'
        | 'severity'
        | 'capability_target'
        | 'grade'
        | 'basis'
      >
    > {
  spec?: Spec;
  overrides?: Array<Omit<Override, 'product' | 'stratum'> & { product?: string; stratum?: StratumFile }>;
  chart?: Word<'chart'>;
  special_class?: Word<'special_class'>;
  measurement?: {
    gauge?: string;
    resolution?: number;
    uncertainty?: number;
    grr?: number;
    calibration?: string;
    master_check?: string;
    masters?: Record<string, number>;
  };
  plausible?: [number, number];
  derived?: Omit<Derived, 'verdict'> & { verdict?: Derived['verdict'] };
  subgroup?: { by?: string[]; n?: number };
  monitor?: { window?: string; min_n?: number; against?: Word<'against'> };
  k_of_n?: KOfNFile;
  tolerate?: string;
  reaction?: ReactionFile;
}

export interface ControlLimitFile {
  station: string;
  characteristic: string;
  product?: string;
  stratum?: StratumFile;
  model: Word<'model'>;
  centre: number;
  sigma_within: number;
  sigma_between?: number;
  sigma_plotted?: number;
  subgroup_n?: number;
  window?: string;
  lambda?: number;
  l?: number;
  k?: number;
  points?: number;
  lots_spanned?: number;
  shifts_spanned?: number;
  baseline?: { from: string; to: string };
  status: Word<'status'>;
  approved_by?: string[];
  trigger?: string;
}
