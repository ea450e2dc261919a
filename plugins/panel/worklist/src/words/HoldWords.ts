import { type Whereabout } from '@cellthread/vocabulary';
import { type Sample } from '../actions/samplesOf';

/** What is said of what is held. */
export interface HoldWords {
  /** What is held, by its type, before its ID; what is no word here is an item, and needs none. */
  targets: Readonly<Record<string, string>>;
  /** Of a roll, which part of it; empty where it has no end. */
  metres: (from: string, to: string) => string;
  /** Of a hold of what passed a place. */
  between: (from: string, to: string) => string;
  /** Of a machine or station, how many visits its hold holds until now. */
  passed: (visits: string) => string;
  inCarrier: (carrier: string) => string;
  /** Where an item was seen last, and when. */
  seen: (where: string, moment: string, age: string) => string;
  notSeen: Readonly<Partial<Record<Whereabout, string>>>;
  inspected: Readonly<Record<'ok' | 'nok', string>>;
  sample: {
    title: string;
    /** Of all that is held for a reason, how many were looked at again, at least one, and what came of it. */
    counted: (sample: Sample) => string;
    /** Of what is looked at again nothing is counted here, of so many holds. */
    notCounted: (holds: number) => string;
    /** None of so many items was looked at again, of those that were looked up; other: samples stand before it. */
    noneLookedAt: (items: number, unseen: number, other: boolean) => string;
    /** So many items that are released were bad when they were looked at again. */
    badReleased: (items: number) => string;
    moreReasons: (reasons: number) => string;
    /** The least share of good ones that a sample proves, in %. */
    proves: (good: number, inspected: number, share: string) => string;
    provesNothing: string;
    /** Each was looked at again: nothing is left to be inferred. */
    all: string;
    /** So many inspected ones prove a share (in %), with as many bad ones as there are. */
    needed: (bad: number, needed: ReadonlyArray<{ share: string; inspected: number }>) => string;
    basis: string;
  };
}
