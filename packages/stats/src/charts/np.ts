import { attributeChart } from './attribute';

/** Number defective: n p̄ ± width·√(n p̄(1 − p̄)), stepped where n varies (Montgomery ISQC 7th ed., §7.2.1). */
export const np = attributeChart({ id: 'np', title: 'np', law: 'binomial', counts: true, laney: false });
