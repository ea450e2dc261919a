import type { ControlLimitFile } from '../planFile';
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
    const contains = ({ lsl, usl }: Spec) =>
      (lo ?? -Infinity) <= (lsl ?? usl ?? Infinity) && (hi ?? Infinity) >= (usl ?? lsl ?? -Infinity);
    const holds = inOrder([lo, hi]) && [characteristic.spec ?? {}, ...(characteristic.overrides ?? [])].every(contains);
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

/** The side that a direction is bad on. */
const badSide = { high: 'usl', low: 'lsl', both: undefined } as const;

const badDirection: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, station, path }) => {
    const side = badSide[characteristic.bad_direction ?? 'both'];
    // Control limits have both sides.
    const charted = (file.control_limits ?? []).some(
      (limit) => limit.station === station.id && limit.characteristic === characteristic.id
    );
    const specs: Array<[Spec, Problem['path']]> = [
      [characteristic.spec ?? {}, path],
      ...(characteristic.overrides ?? []).map((override, o): [Spec, Problem['path']] => [
        override,
        [...path, 'overrides', o],
      ]),
    ];
    return side === undefined || charted
      ? []
      : specs
          .filter(([spec]) => spec[side] === undefined)
          .map(([, at]) => ({
            path: at === path ? [...path, 'bad_direction'] : at,
            rule: `bad_direction is ${characteristic.bad_direction}, but there is no ${side} that a bad value could pass`,
            advice: `state ${side}, or correct bad_direction`,
          }));
  });

const censoredWithin: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, path }) => {
    const { low, high } = characteristic.censored ?? {};
    const [lo, hi] = characteristic.plausible ?? [];
    return inOrder([low, high]) && (low ?? Infinity) >= (lo ?? -Infinity) && (high ?? -Infinity) <= (hi ?? Infinity)
      ? []
      : [
          {
            path: [...path, 'censored'],
            rule: 'the ends of the measuring range go from low to high and lie within the plausible range',
            advice: 'correct them, or widen plausible: what it leaves out is no value at all',
          },
        ];
  });

/** Fewest points and shifts a baseline needs before its limits may page anybody. */
const approval = { points: 100, shifts: 9, persons: 2 } as const;

const approvedBaseline: SemanticRule = (file) =>
  (file.control_limits ?? []).flatMap((limit, index) => {
    const lacking = limit.status === 'approved' ? lackingForApproval(limit) : [];
    return lacking.length === 0
      ? []
      : [
          {
            path: ['control_limits', index, 'status'],
            rule: `approved control limits need ${lacking.join('; ')}`,
            advice: 'complete the entry, or set status: provisional',
          },
        ];
  });

function lackingForApproval({ points, shifts_spanned, approved_by = [], baseline }: ControlLimitFile): string[] {
  const fewer = (name: string, value: number | undefined, least: number) =>
    (value ?? 0) >= least
      ? []
      : [`${name} of at least ${least} (${value === undefined ? 'not stated' : `it is ${value}`})`];
  const persons = new Set(approved_by).size;
  return [
    ...(baseline === undefined ? ['a baseline, the time it was taken from: baseline: { from: …, to: … }'] : []),
    ...fewer('points', points, approval.points),
    ...fewer('shifts_spanned', shifts_spanned, approval.shifts),
    ...(persons >= approval.persons
      ? []
      : [`${approval.persons} persons at approved_by (there is ${persons === 0 ? 'none' : persons})`]),
  ];
}

const baselineOrder: SemanticRule = (file) =>
  (file.control_limits ?? []).flatMap(({ baseline }, index) =>
    baseline && Date.parse(baseline.from) >= Date.parse(baseline.to)
      ? [
          {
            path: ['control_limits', index, 'baseline'],
            rule: 'a baseline starts before it ends',
            advice: 'swap from and to',
          },
        ]
      : []
  );

export const limitRules: SemanticRule[] = [
  specOrder,
  plausibleOrder,
  censoredWithin,
  badDirection,
  uniqueOverrides,
  approvedBaseline,
  baselineOrder,
];
