import { type Characteristic, type Expected, type Spec } from '@cellthread/plan';
import { type ProductSpec } from './Plant';

/** Shares of good items where the plan states none. */
const GOOD = 0.98;
/** A process that the plan gives no spread has a capability of about 1.33. */
const SIGMAS = 4;

/** The mean: as stated, else the target, the setting, the middle of the limits, or well inside the only one. */
function meanOf({ lsl, target, usl }: Spec, { mean, sigma }: Expected, setting: number | undefined): number {
  const stated = mean ?? target ?? setting;
  if (stated !== undefined) {
    return stated;
  }
  if (lsl !== undefined && usl !== undefined) {
    return (lsl + usl) / 2;
  }
  const limit = lsl ?? usl ?? 0;
  const inside = sigma === undefined ? Math.abs(limit) / 2 || 1 : SIGMAS * sigma;
  return lsl !== undefined ? limit + inside : usl !== undefined ? limit - inside : 0;
}

function sigmaOf({ lsl, usl }: Spec, mean: number): number {
  const half = Math.min(...[lsl, usl].filter((limit) => limit !== undefined).map((limit) => Math.abs(limit - mean)));
  return Number.isFinite(half) && half > 0 ? half / SIGMAS : Math.abs(mean) / 50 || 1;
}

function rareMean(spec: Spec, { mean, share }: Expected): number {
  return share !== undefined ? -Math.log(1 - share) : (mean ?? (spec.usl === undefined ? 1 : spec.usl / SIGMAS));
}

/** Spec and figures of one product. The figures of a spec that differs scale with its width unless stated. */
export function expectationOf(
  { type, spec: general, expected: usual = {}, set_value }: Characteristic,
  spec: Spec,
  expected: Expected
): ProductSpec {
  const { lsl, usl } = spec;
  if (type === 'boolean') {
    const share = expected.share ?? usual.share ?? (lsl === 1 ? GOOD : usl === 0 ? 1 - GOOD : 0.5);
    return { lsl, target: Math.round(share), usl, sigma: 1, share };
  }
  const figures = { ...usual, ...expected };
  const countable = figures.sigma === undefined && (figures.mean ?? figures.share) !== undefined;
  const unlimited = lsl === undefined && spec.target === undefined && figures.sigma === undefined;
  if (type === 'count' && (countable || unlimited)) {
    const target = Math.max(0, rareMean(spec, figures));
    return { lsl, target, usl, sigma: Math.sqrt(target) || 1, rare: true };
  }
  const target = meanOf(spec, spec === general ? figures : { ...figures, mean: expected.mean }, set_value);
  const mean = meanOf(general, usual, set_value);
  const usualSigma = usual.sigma ?? sigmaOf(general, mean);
  const width = spec === general ? 1 : sigmaOf(spec, target) / sigmaOf(general, mean);
  return { lsl, target, usl, sigma: expected.sigma ?? usualSigma * width };
}
