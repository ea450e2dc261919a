import { attributeChart } from './attribute';

/** Laney u′: limits ū ± width·σ_z·√(ū/nᵢ), σ_z as in Laney p′ (Laney 2002, Quality Engineering 14, 531–537). */
export const laneyU = attributeChart({ id: 'laney-u', title: 'Laney u′', law: 'poisson', counts: false, laney: true });
