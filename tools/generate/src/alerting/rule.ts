import type { Characteristic, Plan } from '@cellthread/plan';
import type { SignalValue } from '@cellthread/vocabulary';
import type { StoredSignals } from 'cellthread-cells-datasource/queries';
import { alertUid } from './alertUid';
import { factAnnotations, type FactRef, factOfRef, times } from './facts';
import type { Wording } from './wording/Wording';
import { wordingOf } from './wording/wordings';

/** Who hears of a rule: the line itself, by MQTT, or people, by the plant's own notification policies. */
export type Team = 'line' | Characteristic['route'];

export interface Rule {
  uid: string;
  title: string;
  /** Seconds of data the query reads, ending now. */
  rangeS: number;
  query: StoredSignals;
  team: Team;
  /** Each signal says itself by its route which team is told; `team` where it does not. */
  byRoute?: boolean;
  /** Set where a rule commands the line: the time after which what still fires is sent again. */
  command?: { repeat: string };
  /** Seconds that a process must stay wrong; a cell is gone from the window before any wait ends. */
  forS?: number;
  /** Of a process: ends only when it was well for a while, so that what flaps is told once. */
  steady?: boolean;
  /** Of single cells that are counted: how long (s) none has to come until it is over, in evaluations of so many seconds; until then it is one cause. */
  quiet?: { s: number; everyS: number };
  /** Asks besides for how long, of how many cells and how much: an annotation each, for the message. */
  facts?: readonly FactRef[];
  /** How far beyond is said as well. */
  times?: boolean;
  /** A short sentence by the ids of labels, right without any template: the one of the message has names and numbers. */
  summary: string;
  description: string;
  /** What a click on the alert opens. */
  dashboardUid: string;
  panelId: number;
  links: Record<string, string>;
  /** The one rule that watches the datasource fires when its own query fails, too. */
  watchesDatasource?: boolean;
}

export interface RuleGroup {
  name: string;
  interval: string;
  rules: Rule[];
}

/** Evaluations without a row until its alert is over: a row that comes back in the meantime tells nobody anew. */
const EVALUATIONS_TO_RESOLVE = 5;

/** A rule as Grafana's file provisioning reads it. */
export function ruleYaml(rule: Rule, plan: Pick<Plan, 'language'>): Record<string, unknown> {
  return {
    uid: rule.uid,
    title: rule.title,
    condition: 'B',
    for: `${rule.forS ?? 0}s`,
    ...(rule.quiet && {
      keepFiringFor: `${rule.quiet.s}s`,
      missing_series_evals_to_resolve: Math.ceil(rule.quiet.s / rule.quiet.everyS),
    }),
    ...(rule.steady && { keepFiringFor: '5m', missing_series_evals_to_resolve: EVALUATIONS_TO_RESOLVE }),
    noDataState: 'OK',
    execErrState: rule.watchesDatasource ? 'Alerting' : 'KeepLast',
    dashboardUid: rule.dashboardUid,
    panelId: rule.panelId,
    annotations: {
      ...saidBy(rule, wordingOf(plan)),
      ...rule.links,
      __dashboardUid__: rule.dashboardUid,
      __panelId__: String(rule.panelId),
    },
    // Only what no signal says itself: a label of the rule would take the place of the signal's own.
    labels: { team: rule.byRoute ? teamOfRoute(rule.team) : rule.team },
    ...(rule.command && { notification_settings: settings(rule.uid, rule.command) }),
    data: [
      query('A', rule),
      ...(rule.facts ?? []).map((ref) => query(ref, rule, { value: factOfRef[ref] })),
      {
        refId: 'B',
        datasourceUid: '__expr__',
        model: {
          refId: 'B',
          type: 'threshold',
          expression: 'A',
          conditions: [{ evaluator: { type: 'gt', params: [0] } }],
        },
      },
    ],
  };
}

/** In labels of a file Grafana reads `$$` as a dollar. */
const teamOfRoute = (otherwise: Team) => `{{ with $$labels.route }}{{ . }}{{ else }}${otherwise}{{ end }}`;

/** Grafana takes the type of a query from its model, where its editor reads it. */
function query(refId: string, { rangeS, query }: Rule, more: { value?: SignalValue } = {}) {
  const stated = Object.entries(query).filter(([, of]) => !(Array.isArray(of) && of.length === 0));
  return {
    refId,
    datasourceUid: 'cellthread',
    relativeTimeRange: { from: rangeS, to: 0 },
    model: { ...Object.fromEntries(stated), ...more },
  };
}

/** What a rule says in words and numbers. */
export const saidBy = (rule: Pick<Rule, 'summary' | 'description' | 'command' | 'facts' | 'times'>, say: Wording) => ({
  summary: rule.command ? rule.summary : unlessOverflow(rule.summary, say),
  description: rule.description,
  ...factAnnotations(rule.facts ?? [], say),
  ...(rule.times && { times: times(say) }),
});

/** The last row of an answer that could not hold all of them counts the rest, and has no place. */
const unlessOverflow = (summary: string, { overflow }: Wording) =>
  `{{ if eq $labels.kind "overflow" }}${overflow('{{ $values.A }}')}{{ else }}${summary}{{ end }}`;

/**
 * The contact point of a rule that commands the line, its own: Grafana gives a contact point one name at the broker for all
 * its messages, and two at once would throw each other off.
 */
export const contactPointOf = ({ uid }: Pick<Rule, 'uid'>) => alertUid('line', uid.replace(/^cellthread-/, ''));

/** The line hears of a cell within a second of its evaluation, also where the rule has told of others before. */
function settings(uid: string, { repeat }: { repeat: string }) {
  return {
    receiver: contactPointOf({ uid }),
    group_by: ['grafana_folder', 'alertname'],
    group_wait: '1s',
    group_interval: '1s',
    repeat_interval: repeat,
  };
}
