import type { KOfNFile } from '../planFile';
import type { Problem } from '../problem';
import { severalOutOfSpec } from '../cadence';
import type { SemanticRule } from './SemanticRule';
import { characteristicsIn } from './walk';

function moreThanThereAre(stated: KOfNFile, path: Problem['path']): Problem[] {
  const { k, n } = { ...severalOutOfSpec, ...stated };
  return k <= n
    ? []
    : [{ path, rule: `k is ${k}, but n ${n}: of ${n} cells never ${k} are out of spec`, advice: 'let k be at most n' }];
}

/** What stations state is inherited key by key. */
const several: SemanticRule = (file) => [
  ...file.stations.flatMap(({ k_of_n }, s) => (k_of_n ? moreThanThereAre(k_of_n, ['stations', s, 'k_of_n']) : [])),
  ...characteristicsIn(file).flatMap(({ characteristic: { k_of_n }, station, path }) =>
    k_of_n ? moreThanThereAre({ ...station.k_of_n, ...k_of_n }, [...path, 'k_of_n']) : []
  ),
];

const tolerated: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic: { tolerate, source }, path }) =>
    tolerate === undefined || source === 'environment'
      ? []
      : [
          {
            path: [...path, 'tolerate'],
            rule: 'a value of a station is out of spec at once, only a zone may be so for a while',
            advice: 'remove it, or let source be environment',
          },
        ]
  );

export const severalRules: SemanticRule[] = [several, tolerated];
