import type {
  Containment,
  Disposition,
  FoundSignal,
  ProofVerdict,
  SeverityLevel,
  SignalRule,
  Verdict,
} from '@cellthread/vocabulary';

/** What dashboards say, in one language; names are the plan's. `item` and `items` are what its stations work on. */
export interface DashboardWords {
  /** Of a query that failed. */
  cannotBeRead: string;
  /** In a table that has no answer: Grafana shows it while it waits for the first one as well. */
  notRead: string;
  /** Of an answer that is no number, by the word that the data source says. */
  why: Readonly<Record<WhyNone, string>>;
  severities: Readonly<Record<SeverityLevel, string>>;
  kinds: Readonly<Record<FoundSignal, string>>;
  rules: Readonly<Record<SignalRule, string>>;
  /** The last row of a list that is longer than is shown. */
  notListed: string;
  verdicts: Readonly<Record<Verdict, string>>;
  noVerdict: string;
  decided: { hold: string; release: string };
  containments: Readonly<Record<Containment, string>>;
  variables: {
    datasource: string;
    site: string;
    line: string;
    station: string;
    equipment: string;
    characteristic: string;
    position: string;
    product: string;
    cell: string;
  };
  columns: {
    sentence: string;
    action: string;
    severity: string;
    since: string;
    outOfSpec: string;
    held: string;
    station: string;
    visits: string;
    firstPass: string;
    last: string;
    equipment: string;
    position: string;
    verdict: string;
    when: string;
    signal: string;
    ofWhat: string;
    characteristic: string;
    product: string;
    rule: string;
    planSays: string;
    is: (item: string) => string;
    beyond: string;
  };
  links: { traveler: string; chart: string; station: string };
  wrongNow: string;
  line: {
    title: string;
    about: string;
    finished: (items: string) => string;
    unanswered: string;
    outOfControl: (minutes: number) => string;
    rejected: string;
    stations: string;
    signals: string;
  };
  station: {
    title: string;
    about: (item: string) => string;
    current: (item: string) => string;
    lately: (items: string) => string;
    last: (items: string) => string;
    positions: string;
    toDo: (items: string) => string;
  };
  characteristic: {
    title: string;
    about: (names: string) => string;
    any: string;
    chosen: string;
    by: (keys: string) => string;
    signals: string;
  };
  cell: { title: string; about: string; traveler: string };
  signals: {
    title: string;
    about: string;
    causes: string;
    items: (items: string) => string;
    /** What people did, and whether it worked. */
    done: string;
    what: string;
    proved: string;
    inWords: string;
    kinds: Readonly<Record<'cause' | 'action' | 'proof', string>>;
    verdicts: Readonly<Record<ProofVerdict, string>>;
  };
  enter: { title: string; about: string; entered: string; ofWhat: string; value: string; by: string };
  holds: {
    title: string;
    about: string;
    open: string;
    decided: string;
    ofWhat: string;
    decision: string;
    why: string;
    by: string;
    decisions: Readonly<Record<Exclude<Disposition, 'hold'>, string>>;
  };
}

/** What the data source says in the place of a number. */
export type WhyNone = 'no plan' | 'no visits' | 'no input' | 'nothing stored' | 'station unknown' | 'nothing chosen';
