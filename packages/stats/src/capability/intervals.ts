import { chiSquareQuantile } from '../special/chiSquareQuantile';
import { normalQuantile } from '../special/normal';
import { type Interval } from './types';

/**
 * Interval of Cp or Pp: index·√(χ²(α/2, ν)/ν) … index·√(χ²(1 − α/2, ν)/ν)
 * (Kane 1986, J. Quality Technology 18, 41–52; Montgomery ISQC 7th ed., eq. 8.19). Independent normal values.
 */
export function cpInterval(index: number, df: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return [index * Math.sqrt(chiSquareQuantile(tail, df) / df), index * Math.sqrt(chiSquareQuantile(1 - tail, df) / df)];
}

/**
 * Interval of Cpk or Ppk: index ∓ z·√(1/(9n) + index²/(2ν)), i.e. index(1 ∓ z√(1/(9n·index²) + 1/(2ν)))
 * (Bissell 1990, Applied Statistics 39, 331–340; Montgomery ISQC 7th ed., eq. 8.21). Independent normal values.
 */
export function cpkInterval(index: number, n: number, df: number, confidence: number): Interval {
  const half = normalQuantile(0.5 + confidence / 2) * Math.sqrt(1 / (9 * n) + (index * index) / (2 * df));
  return [index - half, index + half];
}

/**
 * Interval of Cpm: index·√(χ²(·, ν)/ν) with ν = n(1 + a)²/(1 + 2a), a = ((x̄ − T)/s)²
 * (Boyles 1991, J. Quality Technology 23, 17–26). qcc 3.0 takes other degrees of freedom.
 */
export function cpmInterval(index: number, n: number, a: number, confidence: number): Interval {
  return cpInterval(index, (n * (1 + a) * (1 + a)) / (1 + 2 * a), confidence);
}
