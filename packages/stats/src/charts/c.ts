import { attributeChart } from './attribute';

/** Defects in samples of one size: c̄ ± width·√c̄ cut at 0 (Montgomery ISQC 7th ed., §7.3.1; NIST 6.3.3.1). */
export const c = attributeChart({ id: 'c', title: 'c', law: 'poisson', counts: true, laney: false });
