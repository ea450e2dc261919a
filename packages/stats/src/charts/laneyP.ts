import { attributeChart } from './attribute';

/**
 * Laney p′: limits p̄ ± width·σ_z·√(p̄(1 − p̄)/nᵢ), σ_z = MR̄/d₂ of the z-scores (Laney 2002, Quality Engineering 14,
 * 531–537). For shares of many cells, whose lots differ more than the binomial law allows. σ_z below 1 is taken
 * as 1 unless `underdispersion` is asked for: few lots that agree by chance must not narrow the limits.
 */
export const laneyP = attributeChart({ id: 'laney-p', title: 'Laney p′', law: 'binomial', counts: false, laney: true });
