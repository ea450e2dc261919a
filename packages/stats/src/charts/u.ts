import { attributeChart } from './attribute';

/** Defects a unit: ū = ΣC/Σn, limits ū ± width·√(ū/nᵢ) cut at 0 (Montgomery ISQC 7th ed., §7.3.2). */
export const u = attributeChart({ id: 'u', title: 'u', law: 'poisson', counts: false, laney: false });
