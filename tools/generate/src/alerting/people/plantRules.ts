import { type Plan } from '@cellthread/plan';
import { type FoundSignal, signalKindMeans, signalKindName, signalKindRoute } from '@cellthread/vocabulary';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { alertUid } from '../alertUid';
import { lasting } from '../facts';
import { type Rule, type RuleGroup } from '../rule';
import { links, where } from '../texts';
import { plantTexts } from './plantTexts';

/** What a kind of the whole plant says besides that it is there. */
export interface Told {
  title: string;
  /** What follows the place; without a place the whole sentence. */
  summary: string;
  bare?: boolean;
  description: string;
  forS?: number;
  panelId?: number;
}

/** A rule for each of these kinds: one of the whole plant, as its text says or, without one, as the vocabulary does. */
export function plantRules(plan: Plan, kinds: readonly FoundSignal[]): RuleGroup[] {
  return kinds.map((kind) => ({
    name: signalKindName[kind],
    interval: '1m',
    rules: [rule(plan, kind, plantTexts(plan)[kind] ?? generic(kind))],
  }));
}

const generic = (kind: FoundSignal): Told => ({
  title: signalKindName[kind],
  summary: signalKindMeans[kind],
  description: 'The list of signals on the page Line says more.',
});

function rule(plan: Plan, kind: FoundSignal, told: Told): Rule {
  const { bare = false, summary, forS = 60, panelId = 10, ...text } = told;
  return {
    ...text,
    uid: alertUid(kind),
    rangeS: 15 * 60,
    query: signalsQuery([kind], 'fresh', []),
    team: signalKindRoute[kind],
    forS,
    steady: true,
    summary: `${bare ? '' : `${where(plan)}: `}${summary}${lasting}`,
    dashboardUid: dashboardUids.line,
    panelId,
    links: links.line,
  };
}
