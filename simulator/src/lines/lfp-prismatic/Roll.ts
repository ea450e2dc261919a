import { type Level } from '../../process/Process';
import { type Lot } from '../../world/Item';

export type Polarity = 'c' | 'a';

export const LANES = 3;
export const SEGMENTS = 4;
/** Length of a mother roll (m), and what one cell takes of one lane (a roll of three lanes makes 125 cells). */
export const ROLL_M = 1000;
export const CELL_M = 24;

/** A coated web: its true state by lane and stretch. */
export interface MotherRoll extends Lot {
  polarity: Polarity;
  groups: Partial<Record<Level, number>>;
  /** `[lane][segment]` → standardised deviations by characteristic index. */
  z: Float64Array[][];
}

/** One lane of a mother roll, cut off and rewound: its metre 0 is the mother's end. */
export interface SlitRoll extends Lot {
  mother: MotherRoll;
  lane: number;
  z: Float64Array;
  usedM: number;
}

/** Lanes are numbered from 1 on the wire. */
export const laneName = (lane: number): string => `lane-${lane + 1}`;

/** The material name a roll of that polarity has at the stacker. */
export const rollMaterial: Readonly<Record<Polarity, 'cathode_roll' | 'anode_roll'>> = {
  c: 'cathode_roll',
  a: 'anode_roll',
};

/** A characteristic of the electrode belongs to the anode if its id says so. */
export const polarityOf = (characteristic: string): Polarity => (characteristic.endsWith('_a') ? 'a' : 'c');
