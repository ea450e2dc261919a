import { type Heard, type Told } from './Told';

/**
 * What a world is told from outside, in the order in which it hears it. With the same list another world of the same seed
 * goes the same way: nothing is heard at a moment that has begun, so that the list alone says before what it came.
 */
export class Ears {
  private readonly list: Heard[];
  private next = 0;
  private begun = -Infinity;

  /** `before`: what was heard before a restart, in order. */
  constructor(before: readonly Heard[] = []) {
    this.list = [...before];
  }

  /** Tells something at a simulated moment (Unix ms), or as soon after it as it can be heard; returns what is to be remembered. */
  tell(told: Told, atMs: number): Heard {
    const heard = { ...told, atMs: Math.max(Math.round(atMs), this.begun + 1, this.list.at(-1)?.atMs ?? -Infinity) };
    this.list.push(heard);
    return heard;
  }

  /** The next thing that is heard before anything happens at `atMs`; undefined when there is none. */
  hear(atMs: number): Heard | undefined {
    const first = this.list[this.next];
    if (!first || first.atMs > atMs) {
      this.begin(atMs);
      return undefined;
    }
    this.next += 1;
    return first;
  }

  private begin(atMs: number): void {
    this.begun = Math.max(this.begun, atMs);
  }
}
