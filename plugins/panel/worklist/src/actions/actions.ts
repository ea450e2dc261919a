import { type Disposition, type EventKind } from '@cellthread/vocabulary';
import { type IconName } from '@grafana/ui';
import { type ListKind, type Row } from '../read/Worklist';

/** What may be done with rows, in the order of the buttons. */
export const actionKinds = [
  'acknowledge',
  'cause',
  'action',
  'hold',
  'release',
  'rework',
  'use-as-is',
  'scrap',
  'note',
] as const satisfies readonly EventKind[];
export type ActionKind = (typeof actionKinds)[number];

interface Action {
  lists: readonly ListKind[];
  icon: IconName;
  /** Whether why it is done has to be said. */
  reason: boolean;
  /** The list of the plan that one is chosen from. */
  choice?: ChoiceList;
}

export type ChoiceList = 'causes' | 'actions';

const decides = { lists: ['holds'], reason: true } as const;
export const actions: Readonly<Record<ActionKind, Action>> = {
  acknowledge: { lists: ['signals', 'holds'], icon: 'check', reason: false },
  cause: { lists: ['signals'], icon: 'question-circle', reason: false, choice: 'causes' },
  action: { lists: ['signals'], icon: 'wrench', reason: false, choice: 'actions' },
  hold: { lists: ['signals'], icon: 'lock', reason: true },
  release: { ...decides, icon: 'unlock' },
  rework: { ...decides, icon: 'repeat' },
  'use-as-is': { ...decides, icon: 'check-circle' },
  scrap: { ...decides, icon: 'trash-alt' },
  note: { lists: ['signals', 'holds', 'lines'], icon: 'comment-alt', reason: true },
};

/** Whether an action closes holds. */
export const isDecision = (kind: ActionKind): kind is ActionKind & Disposition =>
  !actions[kind].lists.some((list) => list !== 'holds');

/** What is held one by one: a hold of a machine would take in whatever comes later. */
const single: readonly string[] = ['cell', 'lot'];

/** Whether an action can be said of a row. */
export function fits(kind: ActionKind, { target, holdId, station }: Row): boolean {
  if (!target || (actions[kind].choice && station === '')) {
    return false;
  }
  return kind === 'hold' ? single.includes(target.type) : !isDecision(kind) || holdId !== '';
}
