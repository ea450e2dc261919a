import type { Problem } from '../problem';
import type { SemanticRule } from './SemanticRule';
import { any, stratumText } from '../stratum';
import type { Spec } from '../types';
import { characteristicsIn } from './walk';

function inOrder(numbers: Array<number | undefined>): boolean {
  const stated = numbers.filter((value) => value !== undefined);
  return stated.every((value, index) => index === 0 || value > (stated[index - 1] ?? Number.NaN));
}

function specProblem({ lsl, target, usl }: Spec, path: Problem['path']): Problem[] {
  const text = [lsl, target, usl].map((value) => value ?? '–').join(' / ');
  return inOrder([lsl, target, usl])
    ? []
    : [{ path, rule: `lsl < target < usl, but it is ${text}`, advice: 'correct the limit that is wrong' }];
}

const specOrder: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, path }) => [
    ...specProblem(characteristic.spec ?? {}, [...path, 'spec']),
    ...(characteristic.overrides ?? []).flatMap((override, o) => specProblem(override, [...path, 'overrides', o])),
  ]);

const plausibleOrder: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, path }) => {
    const [lo, hi] = characteristic.plausible ?? [];
    const { lsl, usl } = characteristic.spec ?? {};
    const holds = inOrder([lo, hi]) && (lo ?? -Infinity) <= (lsl ?? Infinity) && (hi ?? Infinity) >= (usl ?? -Infinity);
    return holds
      ? []
      : [
          {
            path: [...path, 'plausible'],
            rule: 'the plausible range goes from low to high and contains the spec limits',
            advice: 'widen it: a value it leaves out is kept out of every statistic',
          },
        ];
  });

const uniqueOverrides: SemanticRule = (file) => [
  ...characteristicsIn(file).flatMap(({ characteristic, path }) =>
    repeatedKeys(
      (characteristic.overrides ?? []).map(({ product, stratum }) => `${product ?? any} ${stratumText(stratum)}`),
      [...path, 'overrides']
    )
  ),
  ...repeatedKeys(
    (file.control_limits ?? []).map(
      ({ station, characteristic, product, stratum }) =>
        `${station} ${characteristic} ${product ?? any} ${stratumText(stratum)}`
    ),
    ['control_limits']
  ),
];

function repeatedKeys(keys: string[], path: Problem['path']): Problem[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          {
            path: [...path, index],
            rule: `one statement for each product and stratum, "${key}" stands twice`,
            advice: 'remove one of the two',
          },
        ]
  );
}

/** Fewest points and shifts a baseline needs before its limits may page anybody. */
export const approval = { points: 100, shifts: 9, persons: 2 } as const;

const approvedBaseline: SemanticRule = (file) =>
  (file.control_limits ?? []).flatMap((limit, index) => {
    const enough =
      (limit.points ?? 0) >= approval.points &&
      (limit.shifts_spanned ?? 0) >= approval.shifts &&
      (limit.approved_by ?? []).length >= approval.persons &&
      limit.baseline !== undefined;
    return limit.status !== 'approved' || enough
      ? []
      : [
          {
            path: ['control_limits', index, 'status'],
            rule: `approved needs a baseline of ≥ ${approval.points} points over ≥ ${approval.shifts} shifts and ${approval.persons} persons`,
            advice: 'complete the entry or set status: provisional',
          },
        ];
  });

const baselineOrder: SemanticRule = (file) =>
  (file.control_limits ?? []).flatMap(({ baseline }, index) =>
    baseline && Date.parse(baseline.from) >= Date.parse(baseline.to)
      ? [{ path: ['control_limits', index, 'baseline'], rule: 'a baseline starts before it ends', advice: 'swap them' }]
      : []
  );

export const limitRules: SemanticRule[] = [specOrder, plausibleOrder, uniqueOverrides, approvedBaseline, baselineOrder];
