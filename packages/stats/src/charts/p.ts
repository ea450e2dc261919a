import { attributeChart } from './attribute';

/** Share defective: p̄ = ΣD/Σn, limits p̄ ± width·√(p̄(1 − p̄)/nᵢ) cut at 0 and 1 (Montgomery ISQC 7th ed., §7.2). */
export const p = attributeChart({ id: 'p', title: 'p', law: 'binomial', counts: false, laney: false });
