import { normals, random, type Random } from '@cellthread/stats';

/** Seeded choices. */
export class Draw {
  readonly uniform: Random;
  private readonly gauss: Random;

  constructor(seed: number) {
    this.uniform = random(seed);
    this.gauss = normals(this.uniform);
  }

  normal(mean = 0, sigma = 1): number {
    return mean + sigma * this.gauss();
  }

  chance(p: number): boolean {
    return this.uniform() < p;
  }

  /** A whole number of [low, high]. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  between(low: number, high: number): number {
    return low + this.uniform() * (high - low);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(0, from.length - 1)]!;
  }

  /** Each place of [0, count) with probability p, ascending. */
  places(count: number, p: number): number[] {
    return Array.from({ length: count }, (_, i) => i).filter(() => this.chance(p));
  }
}
