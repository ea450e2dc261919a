import { durationSeconds } from '../duration';
import { boundText, keeps, type LimitParameter, limitModels, limitParameters } from '../limitParameters';
import type { ControlLimitFile } from '../planFile';
import { resolveControlLimit } from '../resolveControlLimit';
import { controlLimitRow } from '../rows/controlLimitRow';
import type { SemanticRule } from './SemanticRule';

/** What the numbers of control limits may be is a matter of their model. */
const possibleModel: SemanticRule = (file) =>
  (file.control_limits ?? []).flatMap((limit, index) =>
    faults(limit).map(({ name, value, bound, model }) => ({
      path: ['control_limits', index, ...(name in limit ? [name] : [])],
      rule: `${model} control limits need ${name} ${boundText(bound)}, but it is ${value}`,
      advice: name in limit ? `correct ${name}, or the model` : `state ${name}, or correct what it comes from`,
    }))
  );

function faults(limit: ControlLimitFile) {
  const resolved = resolveControlLimit(limit, durationSeconds);
  const valueOf = (name: LimitParameter) => controlLimitRow.fields[name]?.of(resolved) as number | undefined;
  const names = Object.keys(limitParameters) as LimitParameter[];
  return names.flatMap((name) => {
    const value = valueOf(name);
    const demanded = [limitParameters[name], limitModels[limit.model][name] ?? {}];
    const broken = demanded.find((bound) => value !== undefined && !keeps(value, bound, valueOf));
    return broken === undefined ? [] : [{ name, value, bound: broken, model: limit.model }];
  });
}

export const modelRules: SemanticRule[] = [possibleModel];
