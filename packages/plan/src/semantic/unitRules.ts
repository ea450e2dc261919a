import type { Problem } from '../problem';
import { isUnit, unitPrefixes } from '../units';
import type { SemanticRule } from './SemanticRule';

function unitProblem(unit: string, path: Problem['path']): Problem[] {
  const bare = unit.replace(/^[a-z]*:/, '').trim() || 'mm';
  return isUnit(unit)
    ? []
    : [
        {
          path: [...path, 'unit'],
          rule: `"${unit}" is no unit of Grafana's`,
          advice: `write suffix:${bare} to have it shown as it is (also ${unitPrefixes.slice(1).join(':, ')}:), or an id of Grafana's list such as celsius, volt, amph, lengthmm, none`,
        },
      ];
}

const units: SemanticRule = (file) =>
  file.stations.flatMap(({ characteristics, raw_values }, s) => [
    ...characteristics.flatMap(({ unit }, c) => unitProblem(unit, ['stations', s, 'characteristics', c])),
    ...(raw_values ?? []).flatMap(({ unit }, r) => unitProblem(unit, ['stations', s, 'raw_values', r])),
  ]);

export const unitRules: SemanticRule[] = [units];
