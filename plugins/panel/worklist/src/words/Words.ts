import { type Disposition, type ProofVerdict, type SeverityLevel, type SignalStanding } from '@cellthread/vocabulary';
import { type ActionKind, type ChoiceList } from '../actions/actions';
import { type Column, type ListKind } from '../read/Worklist';
import { type AskedState } from '../send/awaitAnswer';
import { type ChangeWords } from './ChangeWords';
import { type EntryWords } from './EntryWords';
import { type HoldWords } from './HoldWords';

/** What the panel says, in one language. */
export interface Words {
  /** Two letters: the language of the plan's own texts. */
  language: string;
  actions: Readonly<Record<ActionKind, string>>;
  columns: Readonly<Record<Column, string>>;
  severities: Readonly<Record<SeverityLevel, string>>;
  standings: Readonly<Record<SignalStanding, string>>;
  /** Of what is held and was reworked, what became of that. */
  reworked: Readonly<Record<Exclude<ProofVerdict, 'cannot-be-told'>, string>>;
  decided: Readonly<Record<Disposition | 'acknowledge', string>>;
  /** Of data that are no list, and how to get one. */
  noList: string;
  howToAsk: string;
  nothing: Readonly<Record<ListKind, string>>;
  /** Of a line. */
  shift: (name: string) => string;
  pause: string;
  /** Of an empty list about which the data source warns. */
  notAllSeen: string;
  placedSince: (moment: string) => string;
  notListed: (rows: number) => string;
  notAllRead: (why: string) => string;
  rightsUnknown: (why: string) => string;
  since: (moment: string, age: string) => string;
  search: string;
  nothingFound: string;
  chooseAll: string;
  chosen: (rows: number) => string;
  more: (rows: number) => string;
  open: (what: string) => string;
  entry: EntryWords;
  change: ChangeWords;
  hold: HoldWords;
  dialog: {
    title: (action: string, items: number) => string;
    /** Above what is chosen from. */
    which: Readonly<Record<ChoiceList, string>>;
    choiceNeeded: string;
    choicesAreRead: string;
    choicesUnknown: (why: string) => string;
    noChoices: string;
    /** What is to be said beside a choice. */
    more: string;
    reason: string;
    reasonNeeded: string;
    reasonMayBe: string;
    /** Above what is sent. */
    sends: (requests: number) => string;
    notPart: (rows: number) => string;
    staysHeld: (holds: number) => string;
    cancel: string;
    close: string;
    again: (requests: number) => string;
    outcome: Readonly<Record<'waiting' | 'sending' | 'stored' | 'refused' | 'unknown', string>>;
    /** By how much a value is to be set higher, and within what. */
    amount: string;
    amountWithin: (least: number, most: number) => string;
    /** What became of what a machine was asked for. */
    asked: Readonly<Record<AskedState, string>>;
    /** What to do about requests of which nobody knows whether they were stored. */
    unknownHelp: string;
  };
}
