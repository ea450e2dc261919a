/** Uniform numbers in [0, 1) with 53 bits. */
export type Random = () => number;

/**
 * xoshiro128** (Blackman & Vigna 2021, ACM TOMS 47, 36), state filled by splitmix32 from the seed. 32-bit operations only, so
 * that another language repeats the sequence bit for bit.
 */
export class Xoshiro {
  // In a typed array numbers of 32 bits are not boxed.
  private readonly state = new Int32Array(4);

  constructor(seed: number) {
    this.reseed(seed);
  }

  /** Starts over at a seed, of which 32 bits count. */
  reseed(seed: number): this {
    let s = seed >>> 0;
    for (let i = 0; i < 4; i++) {
      s = (s + 0x9e3779b9) >>> 0;
      let z = s;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      this.state[i] = z ^ (z >>> 16);
    }
    return this;
  }

  /** The next 32 bits, as a whole number of [0, 2³²). */
  next(): number {
    const { state } = this;
    const b = state[1]!;
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const c = state[2]! ^ state[0]!;
    const d = state[3]! ^ b;
    state[1] = b ^ c;
    state[0] = state[0]! ^ d;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return result >>> 0;
  }
}

/** Uniform numbers of a seed; two draws make one. */
export function random(seed: number): Random {
  const source = new Xoshiro(seed);
  return () => {
    const high = source.next() >>> 5;
    const low = source.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
}

/** Standard normal numbers from uniform ones, by Marsaglia's polar method. */
export function normals(uniform: Random): Random {
  let spare = NaN;
  return () => {
    if (spare === spare) {
      const kept = spare;
      spare = NaN;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * scale;
        return u * scale;
      }
    }
  };
}
