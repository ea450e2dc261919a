import { type ChartPart } from '@cellthread/stats/charts/types';
import { evaluateRules } from '@cellthread/stats/rules/evaluateRules';
import { explainSignal } from '@cellthread/stats/rules/explainSignal';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { readRules } from '../readRules';

/** Rules on standardised values: centre 0, σ 1, limits ±3. */
export const rulesKind: ProblemKind = {
  id: 'rules',
  title: 'Rules on z-scores',
  answer(fields: Fields) {
    const points = fields.numbers('values')!;
    const rules = readRules(fields, ['nelson']);
    const count = points.length;
    const flags = (field: string): Uint8Array => {
      const set = new Uint8Array(count);
      fields.indices(field, count)?.forEach((i) => (set[i] = 1));
      return set;
    };
    const breaks = flags('breaks');
    const excluded = flags('excluded');
    const flat = (value: number): Float64Array => new Float64Array(count).fill(value);
    const part: ChartPart = {
      id: 'z',
      role: 'location',
      points,
      centre: flat(0),
      sigma: flat(1),
      lcl: flat(-3),
      ucl: flat(3),
      zones: true,
    };
    const signals = evaluateRules(part, rules, { breaks, excluded });
    return { kind: 'rules', signals, explanations: signals.map((s) => explainSignal(s, undefined, rules)) };
  },
};
