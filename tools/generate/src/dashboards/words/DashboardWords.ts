import type {
  AuditState,
  Containment,
  Disposition,
  DueKind,
  DueState,
  EventKind,
  EventSource,
  FoundSignal,
  HealthPart,
  HealthState,
  LossColumn,
  ProofVerdict,
  SeverityLevel,
  ShiftChoice,
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
    beside: string;
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
    /** Which cause or action of the plan. */
    which: string;
    proved: string;
    inWords: string;
    kinds: Readonly<Record<'cause' | 'action' | 'proof', string>>;
    verdicts: Readonly<Record<ProofVerdict, string>>;
  };
  changes: { title: string; about: string; open: string; said: string; what: string; why: string; by: string };
  enter: { title: string; about: string; entered: string; ofWhat: string; value: string; by: string };
  losses: {
    title: string;
    about: string;
    together: string;
    episodes: string;
    episodesAbout: string;
    weeks: string;
    hoursByWeek: string;
    byCause: string;
    byStation: string;
    /** Names of columns, by their ids. */
    columns: Readonly<Record<LossColumnShown, string>>;
    noCause: string;
  };
  holds: {
    title: string;
    about: string;
    open: string;
    queued: string;
    decided: string;
    ofWhat: string;
    decision: string;
    why: string;
    by: string;
    badge: string;
    decisions: Readonly<Record<Exclude<Disposition, 'hold'>, string>>;
  };
  /** Kinds of events, of those that some language does not show as they are called. */
  events: Readonly<Partial<Record<EventKind, string>>>;
  audit: {
    title: string;
    about: string;
    states: Readonly<Record<AuditState, string>>;
    sources: Readonly<Record<EventSource, string>>;
    changed: string;
    decided: string;
    days: string;
    daysAbout: string;
    exported: string;
    day: string;
    state: string;
    events: string;
    late: string;
    event: string;
    stored: string;
    answers: string;
    source: string;
    approver: string;
    badge: string;
    hash: string;
  };
  health: {
    title: string;
    about: string;
    states: Readonly<Record<HealthState, string>>;
    parts: Readonly<Record<HealthPart, string>>;
    /** Outputs of Telegraf, parts of the path and tasks of the keeper, of those that some language does not show as they are called. */
    places: Readonly<Record<string, string>>;
    wrong: string;
    notSeen: string;
    rejected: string;
    conflicting: string;
    path: string;
    pathAbout: string;
    part: string;
    place: string;
    state: string;
    said: string;
    last: string;
    record: string;
    senders: string;
    reason: string;
    inputs: string;
  };
  shift: {
    title: string;
    about: string;
    shift: string;
    choices: Readonly<Record<ShiftChoice, string>>;
    which: string;
    from: string;
    to: string;
    made: (items: string) => string;
    passed: (items: string) => string;
    held: string;
    stillHeld: string;
    stations: string;
    /** How many of what a station works on, each once. */
    items: string;
    final: string;
    open: string;
    due: string;
    what: string;
    urgency: string;
    until: string;
    number: string;
    concerned: string;
    dueKinds: Readonly<Record<DueKind, string>>;
    dueStates: Readonly<Record<DueState, string>>;
    decided: string;
    notes: string;
    note: string;
    write: string;
  };
}

/** Columns of what episodes cost that are shown. */
export type LossColumnShown = Exclude<
  LossColumn,
  | 'site'
  | 'line'
  | 'equipment'
  | 'position'
  | 'characteristic'
  | 'product'
  | 'lot'
  | 'shift'
  | 'kind'
  | 'rule'
  | 'view_from'
  | 'view_to'
>;

/** What the data source says in the place of a number. */
export type WhyNone =
  | 'no plan'
  | 'no visits'
  | 'no input'
  | 'nothing stored'
  | 'station unknown'
  | 'nothing chosen'
  | 'not sealed'
  | 'not verified'
  | 'not all seen';
