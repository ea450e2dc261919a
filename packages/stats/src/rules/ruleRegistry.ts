import { ruleIdSet, ruleIdTitle, type RuleId } from '@cellthread/vocabulary';
import { type Rule, type RuleShape } from './types';

const beyond: RuleShape = { shape: 'beyond-limits' };
const twoOfThree: RuleShape = { shape: 'k-of-n', k: 2, n: 3, beyond: 2 };
const fourOfFive: RuleShape = { shape: 'k-of-n', k: 4, n: 5, beyond: 1 };
const sameSide = (n: number): RuleShape => ({ shape: 'same-side', n });
const trend = (n: number): RuleShape => ({ shape: 'trend', n });

/** Sets and titles of rules are words of the vocabulary. */
function known(rules: Array<[id: RuleId, test: RuleShape]>): Rule[] {
  return rules.map(([id, test]) => ({ id, set: ruleIdSet[id], title: ruleIdTitle[id], test }));
}

/**
 * Nelson 1984, J. Quality Technology 16, 237–239: eight tests; test 3 is six points (five steps), test 8 needs both sides.
 */
const nelson = known([
  ['N1', beyond],
  ['N2', sameSide(9)],
  ['N3', trend(6)],
  ['N4', { shape: 'alternating', n: 14 }],
  ['N5', twoOfThree],
  ['N6', fourOfFive],
  ['N7', { shape: 'within', n: 15, z: 1 }],
  ['N8', { shape: 'outside', n: 8, z: 1, bothSides: true }],
]);

/** Western Electric, Statistical Quality Control Handbook, 1956, pp. 25–27: the four zone tests. */
const westernElectric = known([
  ['WE1', beyond],
  ['WE2', twoOfThree],
  ['WE3', fourOfFive],
  ['WE4', sameSide(8)],
]);

/**
 * AIAG, Statistical Process Control, 2nd ed. 2005, table II.1 (typical special cause criteria), each criterion checked against
 * lists that cite the table. Test 8 counts points on either side. Older lists have 7 points for trends: rule 7-T.
 */
const aiag = known([
  ['AIAG1', beyond],
  ['AIAG2', sameSide(7)],
  ['AIAG3', trend(6)],
  ['AIAG4', { shape: 'alternating', n: 14 }],
  ['AIAG5', twoOfThree],
  ['AIAG6', fourOfFive],
  ['AIAG7', { shape: 'within', n: 15, z: 1 }],
  ['AIAG8', { shape: 'outside', n: 8, z: 1, bothSides: false }],
]);

/**
 * Westgard, Barry, Hunt & Groth 1981, Clinical Chemistry 27, 493–501: the original multirule procedure, where 1-2s only warns
 * (definitions checked against westgard.com, "Multirule and Westgard rules"). R-4s is meant for controls of one run: it
 * compares neighbours here, and a break between runs keeps it inside them.
 */
const westgard = known([
  ['1-2s', { shape: 'k-of-n', k: 1, n: 1, beyond: 2 }],
  ['1-3s', { shape: 'k-of-n', k: 1, n: 1, beyond: 3 }],
  ['2-2s', { shape: 'k-of-n', k: 2, n: 2, beyond: 2 }],
  ['R-4s', { shape: 'jump', z: 2 }],
  ['4-1s', { shape: 'k-of-n', k: 4, n: 4, beyond: 1 }],
  ['10-x', sameSide(10)],
]);

/**
 * Rules that westgard.com defines for other numbers of controls (three: 2of3-2s, 3-1s, 6-x, 9-x; four: 8-x, 12-x), and the
 * trend 7-T, which is in none of its combinations. A set of their own: they replace rules of the original.
 */
const westgardExtended = known([
  ['2of3-2s', twoOfThree],
  ['3-1s', { shape: 'k-of-n', k: 3, n: 3, beyond: 1 }],
  ['6-x', sameSide(6)],
  ['8-x', sameSide(8)],
  ['9-x', sameSide(9)],
  ['12-x', sameSide(12)],
  ['7-T', trend(7)],
]);

/**
 * Juran's Quality Handbook as programs list its tests (Quinn-Curtis, "SPC named rule sets", which splits the one-sided ones in
 * two: nine tests). The handbook itself was not at hand.
 */
const juran = known([
  ['J1', beyond],
  ['J2', twoOfThree],
  ['J3', fourOfFive],
  ['J4', sameSide(9)],
  ['J5', trend(6)],
  ['J6', { shape: 'outside', n: 8, z: 1, bothSides: true }],
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
