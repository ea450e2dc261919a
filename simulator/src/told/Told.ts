import type { BreakingEvent, Disposition } from '@cellthread/vocabulary';

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

/** What the line is told from outside. */
export type Told = Command | Action;

/** Something told, and the simulated moment (Unix ms) at which the line heard it. */
export type Heard = Told & { atMs: number };
