import { type ChartType } from '@cellthread/stats/charts/types';
import { type Fields } from './fields';

type Takes = (type: ChartType, subgroups: boolean) => boolean;

const only =
  (...ids: string[]): Takes =>
  (type) =>
    ids.includes(type.id);
const lawful: Takes = ({ family, id }) =>
  ['individuals', 'subgroups', 'rare-events', 'short-run'].includes(family) ||
  ['sister', 'p', 'np', 'c', 'u'].includes(id);
const memory = ['ewma', 'ewma-shewhart', 'cusum'];

/** Which charts an option acts on. */
const takes: ReadonlyArray<[option: string, takes: Takes]> = [
  ['width', ({ family }) => !['run', 'multivariate'].includes(family)],
  [
    'span',
    ({ id }, subgroups) =>
      ['i-mr', 'i-mr-r', 'i-mr-s', 'z-mr', 'ma', 't', 'laney-p', 'laney-u'].includes(id) ||
      (memory.includes(id) && !subgroups),
  ],
  ['limitForm', lawful],
  ['between', ({ id, family }, subgroups) => (family === 'memory' && subgroups) || ['xbar-r', 'xbar-s'].includes(id)],
  ['lambda', only('ewma', 'ewma-shewhart', 'mewma', 'sister')],
  ['k', only('cusum')],
  ['h', only('cusum')],
  ['headStart', only('cusum')],
  ['centre', ({ id, family }) => !['multivariate', 'streams', 'short-run'].includes(family) && id !== 't'],
  ['alpha', only('t2', 'mewma')],
  ['limit', only('t2', 'mewma')],
  ['steady', only('ewma', 'ewma-shewhart', 'mewma', 'sister')],
  ['shewhart', only('ewma-shewhart', 'sister')],
  ['minN', only('sister')],
  ['standardised', only('cusum')],
  ['shortRunSigma', only('z-mr')],
  ['underdispersion', only('laney-p', 'laney-u')],
  ['covariance', only('t2', 'mewma')],
  ['groups', only('sister', 'z-mr')],
];

/** What acts only on the estimate of limits. */
const estimation = ['sigma', 'between', 'centre', 'shortRunSigma', 'covariance'];
/** What acts only beside another field. */
const beside: ReadonlyArray<[field: string, other: string]> = [
  ['maxGap', 'times'],
  ['times', 'maxGap'],
  ['clusters', 'spec'],
  ['confidence', 'spec'],
  ['intervalDf', 'spec'],
  ['cpmForm', 'spec'],
  ['replicates', 'clusters'],
  ['seed', 'clusters'],
];

/** One sentence for each field of a chart problem that is stated, allowed, and changes nothing. */
export function withoutEffect(fields: Fields, type: ChartType, subgroups: boolean): string[] {
  const said: string[] = [];
  for (const [option, acts] of takes) {
    if (fields.has(option) && !acts(type, subgroups)) {
      said.push(`${option} has no effect on ${type.title}`);
    }
  }
  for (const option of fields.has('given') ? estimation : []) {
    if (fields.has(option) && !said.some((s) => s.startsWith(`${option} `))) {
      said.push(`${option} has no effect beside given limits`);
    }
  }
  for (const [field, other] of beside) {
    if (fields.has(field) && !fields.has(other)) {
      said.push(`${field} has no effect without ${other}`);
    }
  }
  return said;
}
