import { RuleStates } from './RuleStates';
import { type PointSide, shapeStepper, type Told, TOLD } from './shapeSteppers';
import { beyond, compare, type Track } from './track';
import { type RuleShape } from './types';

/** Called for each hit with the usable point that completes it, the side (+1, −1, 0 both) and the length of the pattern. */
export type OnHit = (i: number, side: PointSide, length: number) => void;

/** Runs one test over a track: the stepper of its shape, folded over the sides of the points. */
export function detect(track: Track, test: RuleShape, hit: OnHit): void {
  const length = test.shape === 'beyond-limits' ? 1 : test.shape === 'jump' ? 2 : test.n;
  const tell: Tell = (i, to) => {
    const told = ((to & 3) - 1) as Told;
    hit(i, told === TOLD.both ? 0 : told, length);
  };
  const states = new RuleStates(shapeStepper(test));
  switch (test.shape) {
    case 'beyond-limits':
      return overLimits(track, states, tell);
    case 'same-side':
      return overCentre(track, states, tell);
    case 'trend':
    case 'alternating':
      return overDirections(track, states, tell);
    case 'within':
      return overSigma(track, states, tell, test.z);
    default:
      return overZone(track, states, tell, test.shape === 'k-of-n' ? test.beyond : test.z);
  }
}

type Tell = (i: number, to: number) => void;

// A loop a kind of side: a call for the side of each point would cost as much as all the rest.

/** Sides of the control limits. */
function overLimits({ count, fresh, x, lcl, ucl }: Track, states: RuleStates, tell: Tell): void {
  const { next } = states;
  let row = 0;
  for (let i = 0; i < count; i++) {
    row = fresh[i] ? 0 : row;
    const side = compare(x[i]!, ucl[i]!) > 0 ? 1 : compare(x[i]!, lcl[i]!) < 0 ? -1 : 0;
    const to = next[row + side + 1]!;
    const now = to < 0 ? states.ask(row, side) : to;
    row = now >> 2;
    if ((now & 3) !== 1) {
      tell(i, now);
    }
  }
}

/** Sides of the centre. */
function overCentre({ count, fresh, x, centre }: Track, states: RuleStates, tell: Tell): void {
  const { next } = states;
  let row = 0;
  for (let i = 0; i < count; i++) {
    row = fresh[i] ? 0 : row;
    const side = compare(x[i]!, centre[i]!);
    const to = next[row + side + 1]!;
    const now = to < 0 ? states.ask(row, side) : to;
    row = now >> 2;
    if ((now & 3) !== 1) {
      tell(i, now);
    }
  }
}

/** Directions of the steps; none at a fresh start. */
function overDirections({ count, fresh, x }: Track, states: RuleStates, tell: Tell): void {
  const { next } = states;
  let row = 0;
  for (let i = 0; i < count; i++) {
    row = fresh[i] ? 0 : row;
    const side = fresh[i] ? 0 : compare(x[i]!, x[i - 1]!);
    const to = next[row + side + 1]!;
    const now = to < 0 ? states.ask(row, side) : to;
    row = now >> 2;
    if ((now & 3) !== 1) {
      tell(i, now);
    }
  }
}

/** Sides of centre ± z·σ. */
function overZone(track: Track, states: RuleStates, tell: Tell, z: number): void {
  const { next } = states;
  const { count, fresh } = track;
  let row = 0;
  for (let i = 0; i < count; i++) {
    row = fresh[i] ? 0 : row;
    const side = beyond(track, i, z);
    const to = next[row + side + 1]!;
    const now = to < 0 ? states.ask(row, side) : to;
    row = now >> 2;
    if ((now & 3) !== 1) {
      tell(i, now);
    }
  }
}

/** The same, where a point without σ is not within. */
function overSigma(track: Track, states: RuleStates, tell: Tell, z: number): void {
  const { next } = states;
  const { count, fresh, sigma } = track;
  let row = 0;
  for (let i = 0; i < count; i++) {
    row = fresh[i] ? 0 : row;
    const side = sigma[i] === sigma[i] ? beyond(track, i, z) : 1;
    const to = next[row + side + 1]!;
    const now = to < 0 ? states.ask(row, side) : to;
    row = now >> 2;
    if ((now & 3) !== 1) {
      tell(i, now);
    }
  }
}
