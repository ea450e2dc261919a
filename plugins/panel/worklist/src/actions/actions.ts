import { type Disposition, type EventKind } from '@cellthread/vocabulary';
import { type IconName } from '@grafana/ui';
import { type ListKind, type Row } from '../read/Worklist';

/** What may be done with rows, in the order of the buttons. */
export const actionKinds = [
  'acknowledge',
  'cause',
  'action',
  'pause',
  'request-adjust',
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
  /** It is asked of the machine, where the plan allows it. */
  asked?: true;
}

export type ChoiceList = 'causes' | 'actions';

const decides = { lists: ['holds'], reason: true } as const;
export const actions: Readonly<Record<ActionKind, Action>> = {
  acknowledge: { lists: ['signals', 'holds'], icon: 'check', reason: false },
  cause: { lists: ['signals'], icon: 'question-circle', reason: false, choice: 'causes' },
  action: { lists: ['signals'], icon: 'wrench', reason: false, choice: 'actions' },
  pause: { lists: ['signals'], icon: 'pause', reason: true, asked: true },
  'request-adjust': { lists: ['signals'], icon: 'sliders-v-alt', reason: true, asked: true },
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

/** What the plan lets people ask a machine for. */
export interface Askable {
  site: string;
  equipment: string;
  pause: boolean;
  adjust: ReadonlyArray<{ characteristic: string; by: readonly [least: number, most: number] }>;
}

/** By how much at least and at most the characteristic of a row may be asked to be higher at its machine; undefined: not at all. */
export const bounds = (askable: readonly Askable[], { site, equipment, characteristic }: Row) =>
  askable
    .find((one) => one.site === site && one.equipment === equipment)
    ?.adjust.find((one) => one.characteristic === characteristic)?.by;

/** Whether an action can be said of a row. */
export function fits(kind: ActionKind, row: Row, askable: readonly Askable[] = []): boolean {
  const { target, holdId, station, site, equipment } = row;
  if (actions[kind].asked) {
    const may = askable.some((one) => one.site === site && one.equipment === equipment && one.pause);
    return kind === 'pause' ? may : bounds(askable, row) !== undefined;
  }
  if (!target || (actions[kind].choice && station === '')) {
    return false;
  }
  return kind === 'hold' ? single.includes(target.type) : !isDecision(kind) || holdId !== '';
}
