import { type Rule } from '../rules/types';
import { ruleStepper } from './ruleSteppers';

/** The rules together as a finite automaton over zones of z; state 0 is the start, −1 the signal. */
export interface RuleAutomaton {
  /** Borders of the zones, ascending. */
  borders: number[];
  states: number;
  /** states × (borders + 1): next state or −1. */
  next: Int32Array;
}

const MOST_STATES = 200_000;

/**
 * Explores every memory that the rules can have (the construction of Champ & Woodall 1987, Technometrics 29, 393–399,
 * without their minimisation). null where a rule compares points with each other, so that zones do not suffice.
 */
export function ruleAutomaton(rules: readonly Rule[], limit = 3): RuleAutomaton | null {
  const steppers = rules.map((rule) => ruleStepper(rule.test, limit));
  if (steppers.some((s) => s.thresholds === null)) {
    return null;
  }
  const borders = [...new Set(steppers.flatMap((s) => s.thresholds!))].sort((a, b) => a - b);
  const zones = borders.length + 1;
  const middle = (zone: number): number => {
    const low = borders[zone - 1] ?? (borders[0] ?? 0) - 2;
    const high = borders[zone] ?? (borders[borders.length - 1] ?? 0) + 2;
    return (low + high) / 2;
  };
  const offsets: number[] = [];
  let words = 0;
  for (const stepper of steppers) {
    offsets.push(words);
    words += stepper.words;
  }
  const memory = new Int32Array(words);
  const known = new Map<string, number>([[memory.join(), 0]]);
  const memories = [memory.slice()];
  const next: number[] = [];
  for (let state = 0; state < memories.length; state++) {
    for (let zone = 0; zone < zones; zone++) {
      memory.set(memories[state]!);
      let hit = false;
      for (let r = 0; r < steppers.length; r++) {
        hit = steppers[r]!.step(memory, offsets[r]!, middle(zone), 0) || hit;
      }
      if (hit) {
        next.push(-1);
        continue;
      }
      const key = memory.join();
      let to = known.get(key);
      if (to === undefined) {
        to = memories.length;
        if (to >= MOST_STATES) {
          return null;
        }
        known.set(key, to);
        memories.push(memory.slice());
      }
      next.push(to);
    }
  }
  return { borders, states: memories.length, next: Int32Array.from(next) };
}
