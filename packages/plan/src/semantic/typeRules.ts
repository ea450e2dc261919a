import type { CharacteristicFile } from '../planFile';
import type { Problem } from '../problem';
import type { Characteristic, Expected } from '../types';
import type { Word } from '../vocabulary';
import type { SemanticRule } from './SemanticRule';
import { characteristicsIn } from './walk';

type Type = Characteristic['type'];
type Key = keyof CharacteristicFile;

/** What cannot be said of values of a type: keys of the characteristic. */
const withoutMeaning: Partial<Record<Type, readonly Key[]>> = {
  text: [
    'spec',
    'overrides',
    'expected',
    'plausible',
    'censored',
    'derived',
    'set_value',
    'distribution',
    'bad_direction',
    'smallest_shift',
    'chart',
    'rules',
    'monitor',
    'k_of_n',
    'capability_target',
  ],
  boolean: ['plausible', 'censored', 'derived', 'distribution', 'smallest_shift'],
};

/** Charts and models of a type; of the types left out, all. */
const charts: Partial<Record<Type, ReadonlyArray<Word<'chart'>>>> = {
  boolean: ['p', 'np', 'laney-p', 'g', 'run'],
};
const models: Partial<Record<Type, ReadonlyArray<Word<'model'>>>> = { text: [], boolean: ['p', 'np', 'laney'] };

const typeOf = ({ type = 'number' }: CharacteristicFile): Type => type;

const meaningless: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, path }) => {
    const type = typeOf(characteristic);
    return (withoutMeaning[type] ?? [])
      .filter((key) => characteristic[key] !== undefined)
      .map((key) => ({
        path: [...path, key],
        rule: `a characteristic of type ${type} has no ${key}`,
        advice: 'remove it, or correct the type',
      }));
  });

const chartOfType: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, path }) => {
    const type = typeOf(characteristic);
    const { chart } = characteristic;
    const fitting = charts[type];
    return chart === undefined || !fitting || fitting.includes(chart)
      ? []
      : [
          {
            path: [...path, 'chart'],
            rule: `chart ${chart} is not one of type ${type}`,
            advice: `use one of: ${fitting.join(', ')}`,
          },
        ];
  });

/** Which figures of `expected` a type has. */
const figures: Record<Type, ReadonlyArray<keyof Expected>> = {
  number: ['sigma', 'mean'],
  count: ['sigma', 'mean', 'share'],
  boolean: ['share'],
  text: [],
};

const expectedOfType: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, path }) => {
    const type = typeOf(characteristic);
    const stated: Array<[Problem['path'], Expected]> = [
      [[...path, 'expected'], characteristic.expected ?? {}],
      ...(characteristic.overrides ?? []).map(({ expected = {} }, o): [Problem['path'], Expected] => [
        [...path, 'overrides', o, 'expected'],
        expected,
      ]),
    ];
    return type === 'text'
      ? []
      : stated.flatMap(([at, expected]) => [
          ...(Object.keys(expected) as Array<keyof Expected>)
            .filter((key) => !figures[type].includes(key))
            .map((key) => ({
              path: [...at, key],
              rule: `a characteristic of type ${type} has no expected ${key}`,
              advice: `state ${figures[type].join(' or ')}, or correct the type`,
            })),
          ...impossibleShare(type, expected, at),
        ]);
  });

/** Of a count the share stands for the mean, −ln(1 − share): it cannot stand beside it, nor be 1. */
function impossibleShare(type: Type, { share, mean, sigma }: Expected, path: Problem['path']): Problem[] {
  if (type !== 'count' || share === undefined) {
    return [];
  }
  if (mean !== undefined || sigma !== undefined) {
    return [{ path, rule: 'share stands in place of mean and sigma', advice: 'remove the share, or the others' }];
  }
  return share < 1
    ? []
    : [
        {
          path: [...path, 'share'],
          rule: 'a share of 1 says of a count only that it is above zero',
          advice: 'state the mean in its place',
        },
      ];
}

/** A boolean is stored as 1 or 0; `lsl: 1` says that it must be true, `usl: 0` that it must be false. */
const limitsOfBooleans: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic, path }) => {
    const limits: Array<[Problem['path'], object]> = [
      [[...path, 'spec'], characteristic.spec ?? {}],
      ...(characteristic.overrides ?? []).map(({ lsl, target, usl }, o): [Problem['path'], object] => [
        [...path, 'overrides', o],
        { lsl, target, usl },
      ]),
    ];
    return typeOf(characteristic) !== 'boolean'
      ? []
      : limits.flatMap(([at, spec]) =>
          Object.entries(spec as Record<string, number | undefined>)
            .filter(([, value]) => value !== undefined && value !== 0 && value !== 1)
            .map(([key, value]) => ({
              path: [...at, key],
              rule: `a boolean is 1 (true) or 0 (false), but ${key} is ${value}`,
              advice: 'write lsl: 1 where it must be true, usl: 0 where it must be false',
            }))
        );
  });

const modelOfType: SemanticRule = (file) =>
  (file.control_limits ?? []).flatMap((limit, l) => {
    const station = file.stations.find(({ id }) => id === limit.station);
    const characteristic = station?.characteristics.find(({ id }) => id === limit.characteristic);
    const fitting = characteristic && models[typeOf(characteristic)];
    return !fitting || fitting.includes(limit.model)
      ? []
      : [
          {
            path: ['control_limits', l, 'model'],
            rule: `model ${limit.model} does not fit ${limit.characteristic}, which is of type ${characteristic.type}`,
            advice: fitting.length > 0 ? `use one of: ${fitting.join(', ')}` : 'remove the control limit',
          },
        ];
  });

/** What may be said of a characteristic depends on the type of its values. */
export const typeRules: SemanticRule[] = [meaningless, expectedOfType, chartOfType, limitsOfBooleans, modelOfType];
