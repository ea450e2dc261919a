import { c4 } from '../constants/c4';

/**
 * Degrees of freedom ν for which s has the squared coefficient of variation `cv2`: (1 − c₄²)/c₄² at n = ν + 1
 * (Patnaik 1950, Biometrika 37, 78–87, the match by which tables give ν for R̄/d₂). ∞ for cv2 = 0.
 */
export function equivalentDf(cv2: number): number {
  if (!(cv2 > 0)) {
    return Infinity;
  }
  let low = 1e-3;
  let high = 1 / cv2 + 10;
  const at = (df: number): number => {
    const c = c4(df + 1);
    return 1 / (c * c) - 1;
  };
  if (cv2 >= at(1)) {
    return 1;
  }
  low = 1;
  for (let step = 0; step < 100 && high - low > 1e-12 * high; step++) {
    const middle = 0.5 * (low + high);
    if (at(middle) > cv2) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return 0.5 * (low + high);
}
