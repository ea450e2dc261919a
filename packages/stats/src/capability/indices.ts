import { type CapabilityIndices, type Spec } from './types';

const present = (x: number | null | undefined): x is number => x !== null && x !== undefined;

/** Target that Cpm is about: the stated one, else the middle of the spec limits, else none. */
export function targetOf({ lsl, target, usl }: Spec): number | null {
  return present(target) ? target : present(lsl) && present(usl) ? (lsl + usl) / 2 : null;
}

function nearer(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

/**
 * Cp = (USL − LSL)/6σ, Cpl = (x̄ − LSL)/3σ, Cpu = (USL − x̄)/3σ, Cpk the smaller (or only) one; P… with σ overall
 * (NIST e-Handbook 7.1.6).
 */
export function capabilityIndices(
  mean: number,
  sigmaWithin: number | null,
  sigmaOverall: number,
  spec: Spec
): Omit<CapabilityIndices, 'cpm'> {
  const { lsl, usl } = spec;
  const two = present(lsl) && present(usl) ? usl - lsl : null;
  const side = (distance: number | null, sigma: number | null): number | null =>
    distance === null || sigma === null || !(sigma > 0) ? null : distance / (3 * sigma);
  const below = present(lsl) ? mean - lsl : null;
  const above = present(usl) ? usl - mean : null;
  const cpl = side(below, sigmaWithin);
  const cpu = side(above, sigmaWithin);
  const ppl = side(below, sigmaOverall);
  const ppu = side(above, sigmaOverall);
  return {
    cp: side(two === null ? null : two / 2, sigmaWithin),
    cpl,
    cpu,
    cpk: nearer(cpl, cpu),
    pp: side(two === null ? null : two / 2, sigmaOverall),
    ppl,
    ppu,
    ppk: nearer(ppl, ppu),
  };
}
