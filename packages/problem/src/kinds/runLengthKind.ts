import { LONGEST_WINDOW } from '@cellthread/stats/arl/ruleSteppers';
import { runLength } from '@cellthread/stats/arl/runLength';
import { LONGEST_RUN, type SimulationOptions } from '@cellthread/stats/arl/simulateRunLength';
import { ruleAutomaton } from '@cellthread/stats/arl/ruleAutomaton';
import { baselineReplicates } from '@cellthread/stats/arl/baselineEffect';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { ProblemError } from '../ProblemError';
import { readRules } from '../readRules';
import { plain } from '../toJson';

/** Baselines that would take minutes; their number depends on what the rules remember. */
function refuseManyBaselines(
  field: string,
  { rules, limit, baseline, replicates, ewma, cusum }: SimulationOptions
): void {
  const automaton = baseline && replicates && !ewma && !cusum ? ruleAutomaton(rules, limit) : null;
  if (automaton) {
    const { most } = baselineReplicates(automaton.states, baseline!);
    if (replicates! > most) {
      throw new ProblemError(field, `must be at most ${most} with these rules and this baseline, not ${replicates}`);
    }
  }
}

/** Mean run length of any rules, EWMA and CUSUM together; with `baseline` the effect of limits from so many points. */
export const runLengthKind: ProblemKind = {
  id: 'run-length',
  title: 'Run length',
  answer(fields: Fields) {
    const rules = readRules(fields, []);
    const e = fields.object('ewma');
    const c = fields.object('cusum');
    const ewma = e && { lambda: e.number('lambda') ?? 0.2, width: e.number('width') ?? 3 };
    const cusum = c && {
      k: c.number('k') ?? 0.5,
      h: c.number('h') ?? 5,
      headStart: c.number('headStart') ?? 0,
    };
    const limit = fields.number('width');
    const baseline = fields.number('baseline');
    const options = {
      rules,
      ewma,
      cusum,
      limit,
      baseline,
      shift: fields.number('shift'),
      replicates: fields.number('replicates'),
      seed: fields.number('seed'),
    };
    if (rules.length === 0 && !ewma && !cusum) {
      fields.needed('rules', undefined);
    }
    rules.forEach(({ test }) => {
      if (test.shape === 'k-of-n' && test.n > LONGEST_WINDOW) {
        throw new ProblemError('rules', `run lengths of "k of n" need n ≤ ${LONGEST_WINDOW}, not ${test.n}`);
      }
    });
    refuseManyBaselines(fields.name('replicates'), options);
    const { cut, ...found } = runLength(options);
    const asked = options.replicates ?? 20_000;
    const warnings = cut > 0 ? [`${cut} runs were cut at ${LONGEST_RUN} points: the figure is a lower bound`] : [];
    if (found.replicates !== null && found.replicates < asked) {
      warnings.push(`${found.replicates} of ${asked} were simulated, to end in seconds`);
    }
    if (!Number.isFinite(found.arl)) {
      warnings.push(
        found.baselineEffect
          ? 'the mean run length is infinite: limits from so few points are too often far too wide'
          : 'the run length lies beyond the range of numbers'
      );
    } else if (found.standardError !== null && found.standardError > 0.1 * found.arl) {
      warnings.push('a few long runs rule the mean: its error may be larger than stated');
    }
    if (found.baselineEffect) {
      warnings.push('rate is the mean over baselines, not 1/arl');
    }
    return plain({ kind: 'run-length', ...found, warnings }) as Record<string, unknown>;
  },
};
