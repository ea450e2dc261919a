import type { BreakingEvent, Disposition, RequestEvent } from '@cellthread/vocabulary';

/** Where a message came: names of its topic. */
export interface TopicPlace {
  area: string;
  line: string;
  equipment: string;
}

/** `_command/disposition`: the whole state of a target. */
export interface Command {
  what: 'command';
  place: TopicPlace;
  id: string;
  /** Counts the states of one target upwards. */
  number: number;
  state: Disposition;
  target: { type: string; id: string };
  /** Where what is wrong was measured. */
  station?: string;
  characteristic?: string;
}

/** What somebody did to a machine. */
export interface Action {
  what: 'action';
  place: TopicPlace;
  id?: string;
  event: BreakingEvent;
  /** Id of an action of the plan. */
  reference: string;
  station?: string;
  /** Left out: all machines of the station. */
  equipment?: string;
  /** Left out: the whole machine. */
  position?: string;
}

/** `_command/pause`, `_command/request-adjust`: what a person asks a machine for. */
export interface Request {
  what: 'request';
  place: TopicPlace;
  id: string;
  kind: RequestEvent;
  /** Until when it may be done, Unix ms of the real clock. */
  expiresMs: number;
  /** It was heard after that. */
  late: boolean;
  position?: string;
  characteristic?: string;
  /** By how much it is to be higher, in its unit. */
  amount?: number;
}

/** What the line is told from outside. */
export type Told = Command | Action | Request;

/** Something told, and the simulated moment (Unix ms) at which the line heard it. */
export type Heard = Told & { atMs: number };
