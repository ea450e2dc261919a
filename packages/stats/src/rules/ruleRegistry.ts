import type { RuleId, RuleSet } from '@cellthread/vocabulary';
import { type Rule, type RuleShape } from './types';

const beyond: RuleShape = { shape: 'beyond-limits' };
const twoOfThree: RuleShape = { shape: 'k-of-n', k: 2, n: 3, beyond: 2 };
const fourOfFive: RuleShape = { shape: 'k-of-n', k: 4, n: 5, beyond: 1 };
const sameSide = (n: number): RuleShape => ({ shape: 'same-side', n });
const trend = (n: number): RuleShape => ({ shape: 'trend', n });

function set(name: RuleSet, rules: Array<[id: RuleId, title: string, test: RuleShape]>): Rule[] {
  return rules.map(([id, title, test]) => ({ id, set: name, title, test }));
}

const beyondTitle = '1 point beyond a control limit';
const zoneA = '2 of 3 points beyond 2σ, same side';
const zoneB = '4 of 5 points beyond 1σ, same side';

/**
 * Nelson 1984, J. Quality Technology 16, 237–239: eight tests; test 3 is six points (five steps), test 8 needs both sides.
 */
const nelson = set('nelson', [
  ['N1', beyondTitle, beyond],
  ['N2', '9 points in a row on one side of the centre line', sameSide(9)],
  ['N3', '6 points in a row rising or falling', trend(6)],
  ['N4', '14 points in a row alternating up and down', { shape: 'alternating', n: 14 }],
  ['N5', zoneA, twoOfThree],
  ['N6', zoneB, fourOfFive],
  ['N7', '15 points in a row within 1σ', { shape: 'within', n: 15, z: 1 }],
  ['N8', '8 points in a row outside 1σ, both sides', { shape: 'outside', n: 8, z: 1, bothSides: true }],
]);

/** Western Electric, Statistical Quality Control Handbook, 1956, pp. 25–27: the four zone tests. */
const westernElectric = set('western-electric', [
  ['WE1', beyondTitle, beyond],
  ['WE2', zoneA, twoOfThree],
  ['WE3', zoneB, fourOfFive],
  ['WE4', '8 points in a row on one side of the centre line', sameSide(8)],
]);

/**
 * AIAG, Statistical Process Control, 2nd ed. 2005, table II.1 (typical special cause criteria), each criterion checked against
 * lists that cite the table. Test 8 counts points on either side. Older lists have 7 points for trends: rule 7-T.
 */
const aiag = set('aiag', [
  ['AIAG1', beyondTitle, beyond],
  ['AIAG2', '7 points in a row on one side of the centre line', sameSide(7)],
  ['AIAG3', '6 points in a row rising or falling', trend(6)],
  ['AIAG4', '14 points in a row alternating up and down', { shape: 'alternating', n: 14 }],
  ['AIAG5', zoneA, twoOfThree],
  ['AIAG6', zoneB, fourOfFive],
  ['AIAG7', '15 points in a row within 1σ', { shape: 'within', n: 15, z: 1 }],
  ['AIAG8', '8 points in a row outside 1σ, either side', { shape: 'outside', n: 8, z: 1, bothSides: false }],
]);

/**
 * Westgard, Barry, Hunt & Groth 1981, Clinical Chemistry 27, 493–501: the original multirule procedure, where 1-2s only warns
 * (definitions checked against westgard.com, "Multirule and Westgard rules"). R-4s is meant for controls of one run: it
 * compares neighbours here, and a break between runs keeps it inside them.
 */
const westgard = set('westgard', [
  ['1-2s', '1 point beyond 2σ (warning)', { shape: 'k-of-n', k: 1, n: 1, beyond: 2 }],
  ['1-3s', '1 point beyond 3σ', { shape: 'k-of-n', k: 1, n: 1, beyond: 3 }],
  ['2-2s', '2 points in a row beyond 2σ, same side', { shape: 'k-of-n', k: 2, n: 2, beyond: 2 }],
  ['R-4s', 'two neighbours, one beyond +2σ and one beyond −2σ', { shape: 'jump', z: 2 }],
  ['4-1s', '4 points in a row beyond 1σ, same side', { shape: 'k-of-n', k: 4, n: 4, beyond: 1 }],
  ['10-x', '10 points in a row on one side of the centre line', sameSide(10)],
]);

/**
 * Rules that westgard.com defines for other numbers of controls (three: 2of3-2s, 3-1s, 6-x, 9-x; four: 8-x, 12-x), and the
 * trend 7-T, which is in none of its combinations. A set of their own: they replace rules of the original.
 */
const westgardExtended = set('westgard-extended', [
  ['2of3-2s', zoneA, twoOfThree],
  ['3-1s', '3 points in a row beyond 1σ, same side', { shape: 'k-of-n', k: 3, n: 3, beyond: 1 }],
  ['6-x', '6 points in a row on one side of the centre line', sameSide(6)],
  ['8-x', '8 points in a row on one side of the centre line', sameSide(8)],
  ['9-x', '9 points in a row on one side of the centre line', sameSide(9)],
  ['12-x', '12 points in a row on one side of the centre line', sameSide(12)],
  ['7-T', '7 points in a row rising or falling', trend(7)],
]);

/**
 * Juran's Quality Handbook as programs list its tests (Quinn-Curtis, "SPC named rule sets", which splits the one-sided ones in
 * two: nine tests). The handbook itself was not at hand.
 */
const juran = set('juran', [
  ['J1', beyondTitle, beyond],
  ['J2', zoneA, twoOfThree],
  ['J3', zoneB, fourOfFive],
  ['J4', '9 points in a row on one side of the centre line', sameSide(9)],
  ['J5', '6 points in a row rising or falling', trend(6)],
  ['J6', '8 points in a row outside 1σ, both sides', { shape: 'outside', n: 8, z: 1, bothSides: true }],
]);

/** Every known rule. Ids are unique and never change. */
export const rules: readonly Rule[] = [
  ...nelson,
  ...westernElectric,
  ...aiag,
  ...westgard,
  ...westgardExtended,
  ...juran,
];
