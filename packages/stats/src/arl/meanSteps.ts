/**
 * Mean number of steps to absorption from every state of a chain: x of (I − K) x = 1, `kernel` K row-major (it is overwritten),
 * `exit` the probability to be absorbed from each state. Elimination in the manner of Grassmann, Taksar & Heyman 1985
 * (Operations Research 33, 1107–1116): the diagonal comes from the other entries and the exits, so that nothing is subtracted
 * and a mean of 10²⁰ has its digits like one of 10.
 */
export function meanSteps(kernel: Float64Array, exit: Float64Array): Float64Array {
  const n = exit.length;
  const out = exit.slice();
  const steps = new Float64Array(n).fill(1);
  const leave = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    let sum = out[k]!;
    for (let j = 0; j < k; j++) {
      sum += kernel[k * n + j]!;
    }
    leave[k] = sum;
    for (let i = 0; i < k; i++) {
      const share = kernel[i * n + k]! / sum;
      if (share !== 0) {
        for (let j = 0; j < k; j++) {
          kernel[i * n + j]! += share * kernel[k * n + j]!;
        }
        out[i]! += share * out[k]!;
        steps[i]! += share * steps[k]!;
      }
    }
  }
  for (let k = 0; k < n; k++) {
    let sum = steps[k]!;
    for (let j = 0; j < k; j++) {
      sum += kernel[k * n + j]! * steps[j]!;
    }
    steps[k] = sum / leave[k]!;
  }
  return steps;
}
