import { foldedNormalFit } from './foldedNormalFit';
import { gammaFit } from './gammaFit';
import { lognormalFit } from './lognormalFit';
import { normalFit } from './normalFit';
import { type DistributionType } from './types';
import { weibullFit } from './weibullFit';

/** Registry of the distributions that can be fitted. */
export const distributionTypes: readonly DistributionType[] = [
  normalFit,
  lognormalFit,
  foldedNormalFit,
  weibullFit,
  gammaFit,
];

/** The distribution type of an id; throws for an unknown one. */
export function distributionType(id: string): DistributionType {
  const found = distributionTypes.find((d) => d.id === id);
  if (!found) {
    throw new Error(`unknown distribution "${id}"; known: ${distributionTypes.map((d) => d.id).join(', ')}`);
  }
  return found;
}
