import type {
  Containment,
  FoundSignal,
  HoldingSignal,
  RejectedReason,
  Route,
  SignalRule,
  UnreadReason,
} from '@cellthread/vocabulary';

/** What a rule of the whole plant says. */
export interface Told {
  title: string;
  /** What follows the place; of a `bare` rule the whole sentence. */
  summary: string;
  description: string;
}

/** Places in a sentence that a template fills in. */
export interface Places {
  characteristic: string;
  site: string;
  /** What the signal hit, in words. */
  rule: string;
  /** Why an input was rejected, in words. */
  reason: string;
  /** How far beyond. */
  size: string;
  /** The items that a line was told of, with their number where it is known. */
  unheard: string;
  /** What waits for an answer, in words. */
  waiting: string;
}

/** What rules say that command the line. */
export interface Commands {
  outOfSpec: string;
  unanswered: string;
  /** Of one item by its noun and id, a characteristic and a place. */
  isOutOfSpec: (item: string, characteristic: string, at: string) => string;
  visit: string;
  /** By what the plan wants done. */
  contained: (containment: string) => string;
  /** Of items that nobody can call good. */
  unproven: (items: string) => string;
  /** Of one item and a place. */
  itemAt: (item: string, at: string) => string;
  characteristic: string;
  /** Why nobody can say that an item is good, though no value of it is out of spec; and what to do. */
  kinds: Readonly<Record<Exclude<HoldingSignal, 'out-of-spec'>, { summary: string; what: string }>>;
}

/**
 * What people are told, in one language: pieces of Grafana's templates. Arguments are what the templates put there: names of the plan,
 * numbers of the signal.
 */
export interface Wording {
  /** What stands between a number and its decimals. */
  point: '.' | ',';
  place: { station: string; of: string; plant: string; lot: string };
  lasting: (duration: string) => string;
  routes: Readonly<Record<Route, string>>;
  containments: Readonly<Record<Containment, string>>;
  /** Of items that are counted over minutes. */
  lately: (minutes: number) => string;
  /** The same over hours. */
  inHours: (hours: number) => string;
  outOfSpec: string;
  notOk: string;
  held: string;
  level: {
    title: string;
    /** By how much (`3.97 g`), to which side, than what, and by how many standard deviations of cells. */
    said: (amount: string, side: string, than: string, sigma: string) => string;
    higher: string;
    lower: string;
    sister: string;
    sisters: (n: string) => string;
    usual: string;
    unknown: string;
  };
  spread: {
    wavers: string;
    less: string;
    times: (ratio: string, than: string) => string;
    sister: string;
    sisters: (n: string) => string;
    usual: string;
  };
  share: { often: string; times: (ratio: string) => string };
  gauge: { off: string; by: (sigma: string) => string; first: string; action: string };
  /** Which of them departs is not known; by how much, and by how many standard deviations. */
  apart: { differs: string; by: (amount: string, sigma: string) => string };
  /** Of how many parts most depart, or some are left. */
  most: { positions: (n: string) => string; machines: (n: string) => string };
  some: Wording['most'];
  departs: string;
  kOfN: { title: string; said: (bad: string, of: string, items: string) => string; unknown: string };
  verdict: string;
  noReaction: string;
  /** Where a rule stands for characteristics of several reactions. */
  reactions: string;
  overflow: (more: string) => string;
  safety: { title: string; said: (characteristic: string, rule: string) => string };
  commands: Commands;
  silent: { title: (site: string) => string; summary: string; sensor: string; description: string };
  unread: Told & { unreadable: string };
  /** Kinds of the whole plant; those that a later version finds may stand here before. */
  plant: (at: Places) => Partial<Record<FoundSignal, Told>>;
  otherwise: string;
  kinds: Readonly<Record<FoundSignal, string>>;
  rules: Readonly<Record<SignalRule, string>>;
  /** Why an alert rule did not see what it looks at. */
  unreadReasons: Readonly<Record<UnreadReason, string>>;
  rejectedReasons: Readonly<Record<RejectedReason, string>>;
  message: {
    over: string;
    /** Of items by their number, none of which came for so many minutes: those that were told of are where they were. */
    noMore: (minutes: number) => string;
    /** Of items by their number, of a kind that is told of only where several come: no longer so many. */
    fewer: (minutes: number) => string;
    /** Of one item: that its alert ends says nothing of it. */
    asItWas: string;
    of: (all: string) => string;
    first: (n: number, all: string) => string;
    firstOver: (n: number, all: string) => string;
  };
}
