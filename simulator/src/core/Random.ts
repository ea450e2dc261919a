import { Xoshiro } from '@cellthread/stats';
import { hash, mix } from './hash';

const TWO_PI = 2 * Math.PI;
const SCALE = 1 / 4294967296;

/**
 * Seeded numbers of the statistics' generator. A substream is named, not taken in turn: what one station draws never changes
 * what another one gets.
 */
export class Random {
  private readonly source: Xoshiro;

  constructor(seed: number) {
    this.source = new Xoshiro(seed);
  }

  /** The substream of that name (and number, e.g. of a cell) below a seed. */
  static named(seed: number, name: string, number = 0): Random {
    return new Random(mix(mix(seed, hash(name)), number));
  }

  /** Starts over at another seed: one object may serve many short substreams. */
  reseed(seed: number): this {
    this.source.reseed(seed);
    return this;
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return this.source.next() * SCALE;
  }

  /** Standard normal (Box–Muller; always two draws, so that what follows keeps its place). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(TWO_PI * this.uniform());
  }

  /** Exponential with the given mean, in the unit of the mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Whole number in [0, n). */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) {
      throw new RangeError('Random.pick: the list is empty.');
    }
    return list[this.below(list.length)] as T;
  }
}
