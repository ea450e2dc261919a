import { type Plan } from '@cellthread/plan';
import { type FoundSignal, signalKindName, signalKindRoute } from '@cellthread/vocabulary';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { alertUid } from '../alertUid';
import { type Rule, type RuleGroup } from '../rule';
import { at, links } from '../texts';
import type { Told } from '../wording/Wording';
import { wordingOf } from '../wording/wordings';
import { countedMinutes } from './countedMinutes';
import { plantTexts, type Telling } from './plantTexts';

/** A rule for each of these kinds: one of the whole plant, as its text says or, without one, as the vocabulary does. */
export function plantRules(plan: Plan, kinds: readonly FoundSignal[]): RuleGroup[] {
  return kinds.map((kind) => ({
    name: signalKindName[kind],
    interval: '1m',
    rules: [rule(plan, kind, plantTexts(plan)[kind] ?? generic(plan, kind))],
  }));
}

function generic(plan: Plan, kind: FoundSignal): Told {
  const { kinds, otherwise } = wordingOf(plan);
  return { title: kinds[kind], summary: kinds[kind], description: otherwise };
}

function rule(plan: Plan, kind: FoundSignal, told: Told & Telling): Rule {
  const { title, description, forS = 60, panelId = 10, facts = [], times = false } = told;
  const say = wordingOf(plan);
  const of =
    '{{ with $labels.rule }}, {{ . }}{{ end }}{{ with $labels.characteristic }}, {{ . }}{{ end }}{{ with $labels.cell_id }}, {{ . }}{{ end }}';
  return {
    title,
    description,
    facts,
    times,
    uid: alertUid(kind),
    rangeS: countedMinutes * 60,
    query: signalsQuery([kind], 'fresh', []),
    team: signalKindRoute[kind],
    byRoute: true,
    forS,
    steady: true,
    summary: `${at}${say.kinds[kind]}${of}`,
    dashboardUid: dashboardUids.line,
    panelId,
    links: links.line,
  };
}
