import { type Disposition, type EventKind } from '@cellthread/vocabulary';
import { type IconName } from '@grafana/ui';
import { type ListKind, type Row } from '../read/Worklist';

/** What may be done with rows, in the order of the buttons. */
export const actionKinds = [
  'acknowledge',
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
}

const decides = { lists: ['holds'], reason: true } as const;
export const actions: Readonly<Record<ActionKind, Action>> = {
  acknowledge: { lists: ['signals', 'holds'], icon: 'check', reason: false },
  hold: { lists: ['signals'], icon: 'lock', reason: true },
  release: { ...decides, icon: 'unlock' },
  rework: { ...decides, icon: 'repeat' },
  'use-as-is': { ...decides, icon: 'check-circle' },
  scrap: { ...decides, icon: 'trash-alt' },
  note: { lists: ['signals', 'holds'], icon: 'comment-alt', reason: true },
};

/** Whether an action closes holds. */
export const isDecision = (kind: ActionKind): kind is ActionKind & Disposition =>
  kind !== 'hold' && actions[kind].lists.length === 1;

/** What is held one by one: a hold of a machine would take in whatever comes later. */
const single: readonly string[] = ['cell', 'lot'];

/** Whether an action can be said of a row. */
export function fits(kind: ActionKind, { target, holdId }: Row): boolean {
  if (!target) {
    return false;
  }
  return kind === 'hold' ? single.includes(target.type) : !isDecision(kind) || holdId !== '';
}
