/** What tells a sample's direction: two counters that only grow, the current, and the step it belongs to. */
export interface Counted {
  charge: ReadonlyArray<number | undefined>;
  discharge: ReadonlyArray<number | undefined>;
  current: ReadonlyArray<number | undefined>;
  /** Samples that follow each other with one text belong to one step. */
  step: readonly string[];
}

export type Direction = 'charge' | 'discharge';

/** Below this part of the greatest current of the file it is noise, or an offset of the gauge. */
const noise = 0.01;

/** The counter that grew most between two samples; undefined if none did. */
function grown({ charge, discharge }: Counted, from: number, to: number): Direction | undefined {
  const gain = (counter: Counted['charge']) => (counter[to] ?? Number.NaN) - (counter[from] ?? Number.NaN);
  const [charged, discharged] = [gain(charge), gain(discharge)];
  if (!(charged > 0) && !(discharged > 0)) {
    return undefined;
  }
  return discharged > charged || !(charged > 0) ? 'discharge' : 'charge';
}

/** First sample of each step, and the end of the last. */
function bounds(step: readonly string[]): number[] {
  return [...step.keys()].filter((i) => i === 0 || step[i] !== step[i - 1]).concat(step.length);
}

/**
 * Which of the two counters is a sample's capacity: that of its step, told by the counter that grew in it; where none did, by
 * a current above the noise. A resting line keeps the direction before it, or takes the first that follows, so that noise
 * around zero never makes the capacity jump between the two. Without any direction in the file: charge.
 */
export function directions(counted: Counted): Direction[] {
  const { current, step } = counted;
  const greatest = current.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  const found: Array<Direction | undefined> = [];
  const edges = bounds(step);
  for (let s = 0; s + 1 < edges.length; s++) {
    const [from, to] = [edges[s] ?? 0, edges[s + 1] ?? 0];
    const ofStep = grown(counted, from, to - 1) ?? (from > 0 ? grown(counted, from - 1, to - 1) : undefined);
    for (let i = from; i < to; i++) {
      const value = current[i] ?? 0;
      const flows = Math.abs(value) > noise * greatest;
      found[i] = ofStep ?? (flows ? (value < 0 ? 'discharge' : 'charge') : found[i - 1]);
    }
  }
  const first = found.find((direction) => direction !== undefined) ?? 'charge';
  return found.map((direction) => direction ?? first);
}
