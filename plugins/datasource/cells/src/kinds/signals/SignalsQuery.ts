import type { SignalInclude, SignalKind, SignalState, SignalValue } from '@cellthread/vocabulary';
import type { CellsQuery, QueryFilter } from '../../query';
import type { Stored } from '../Stored';

/** What is wrong. */
export interface SignalsFields {
  kinds?: string[];
  state?: SignalState;
  stations?: string[];
  characteristics?: string[];
  /** `reaction`: one more column says what the plan wants done; `evidence`: a table for people, with a sentence a row. */
  include?: string[];
  /** One row a machine, characteristic and rule with the number of its cells, in place of one a cell. */
  perMachine?: boolean;
  /** The number of each row in place of how far beyond it is. */
  value?: SignalValue;
  /** Of reaction and evidence, that of the plan where absent. */
  language?: string;
  /** Rules whose evaluations the kind `unread` looks after; without it, those that it has seen. */
  watch?: Watched[];
  /** `watch` names all rules there are: what the plan has and none of them asks for is a signal of the kind `unread`. */
  watchesAll?: boolean;
  /** A rule asks what it would have told then, had what is stored now come in time. */
  replayed?: boolean;
}

export type SignalsQuery = CellsQuery & SignalsFields;

/** What a rule asks, and how often. */
export interface Watched {
  kinds?: readonly string[];
  state?: SignalState;
  stations?: string[];
  characteristics?: string[];
  filters?: QueryFilter[];
  everyS: number;
}

export type StoredSignals = Stored<
  'signals',
  SignalsFields,
  { kinds?: readonly SignalKind[]; include?: SignalInclude[] }
>;
