import { type Plan } from '@cellthread/plan';
import { ingestRules, rejectedReasons, type SignalRule } from '@cellthread/vocabulary';
import type { FactRef } from '../facts';
import { siteName } from '../message/names';
import { itemWords } from '../../items';
import { template } from '../message/template';
import { items, told } from '../message/told';
import { choose } from '../texts';
import type { Told } from '../wording/Wording';
import { wordingOf } from '../wording/wordings';

/** How a kind of the whole plant is told, beside its words. */
export interface Telling {
  /** The sentence of the message says where. */
  bare?: boolean;
  forS?: number;
  panelId?: number;
  facts?: readonly FactRef[];
  /** The text is a whole sentence, and says itself of how many items where it is about any. */
  saysItems?: boolean;
  times?: boolean;
}

/** Cells, by their number, of more than the first minute; the list of cells names them. */
const ofCells: Telling = { panelId: 9, facts: ['C'], forS: 5 * 60 };

/** Those that are told in another way than most. */
const tellings: Partial<Record<string, Telling>> = {
  // A pointer may be stored some minutes before its record, which waits where the database was slow.
  pointer: { bare: true, forS: 10 * 60, panelId: 9 },
  rejected: { bare: true, panelId: 4 },
  ingest: { bare: true, panelId: 4, times: true },
  environment: { facts: ['S'] },
  'hold-unanswered': { facts: ['S', 'C'], saysItems: true },
  unacknowledged: { facts: ['S'], saysItems: true },
  unheeded: { facts: ['S'], saysItems: true },
  'decisions-differ': { facts: ['S', 'C'] },
  unanswered: { facts: ['S', 'C'] },
  keeper: { bare: true, facts: ['S'], saysItems: true },
  overdue: { facts: ['S'] },
  'no-reading': { facts: ['S', 'C'] },
  missing: ofCells,
  late: ofCells,
  skipped: ofCells,
  'station-nok': ofCells,
  'unknown-verdict': ofCells,
};

/** What the messages of kinds of the whole plant say, by kind. */
export function plantTexts(plan: Plan): Readonly<Record<string, Told & Telling>> {
  const say = wordingOf(plan);
  const texts = say.plant({
    characteristic: template('characteristic'),
    site: siteName(plan),
    rule: choose(
      'rule',
      ([...ingestRules, 'behind', 'ahead'] satisfies SignalRule[]).map((id) => [id, say.rules[id]]),
      '{{ $labels.rule }}'
    ),
    reason: choose(
      'rule',
      rejectedReasons.map((id) => [id, say.rejectedReasons[id]]),
      '{{ $labels.rule }}'
    ),
    size: '{{ $facts.times }}',
    waiting: choose(
      'rule',
      (['passed-rework', 'proposed-decision', 'proposed-change', 'request'] satisfies SignalRule[]).map((id) => [
        id,
        say.rules[id],
      ]),
      '{{ $labels.rule }}'
    ),
    unheard: told('cells', items, itemWords(plan).anything[1]),
  });
  return Object.fromEntries(Object.entries(texts).map(([kind, words]) => [kind, { ...words, ...tellings[kind] }]));
}
