import type { AlertRule, Labels } from '../rules/AlertRule';
import { keyOf, type Result } from '../states/Instance';
import { isBeyond } from './isBeyond';
import type { Numbered } from './numbersOf';

/** What a query of a rule answered: its numbers, undefined where it answered no frame, or why it failed. */
export type Answer = { numbers?: Numbered[] } | { error: string };

/** The answers of a rule's queries as results, one a set of labels of the condition: Grafana 12.4 (ngalert/eval). */
export function resultsOf({ queries, threshold, execErrState }: AlertRule, answers: Record<string, Answer>): Result[] {
  const answer = answers[threshold.expression] ?? {};
  if ('error' in answer) {
    const query = queries.find(({ refId }) => refId === threshold.expression);
    const labels: Labels =
      execErrState === 'Error' ? { ref_id: threshold.expression, datasource_uid: query?.datasourceUid ?? '' } : {};
    return [{ labels, state: 'Error', values: {}, error: answer.error }];
  }
  const empty = queries.filter(({ refId }) => isEmpty(answers[refId]));
  if (empty.length > 0) {
    return bySource(empty);
  }
  const numbers = answer.numbers ?? [];
  if (numbers.length === 0) {
    return [{ labels: {}, state: 'NoData', values: {} }];
  }
  const doubled = duplicate(numbers);
  if (doubled) {
    return [
      { labels: doubled, state: 'Error', values: {}, error: `two rows have the labels ${JSON.stringify(doubled)}` },
    ];
  }
  const beside = queries.map(({ refId }) => [refId, byLabels(answers[refId])] as const);
  return numbers.map(({ labels, value }) => {
    const met = value === null ? null : Number(isBeyond(value, threshold));
    const values = Object.fromEntries(
      beside.flatMap(([refId, find]) => {
        const found = find(labels);
        return found ? [[refId, found.value]] : [];
      })
    );
    return { labels, state: stateOf(met), values: { ...values, [threshold.refId]: met } };
  });
}

const stateOf = (met: number | null) => (met === null ? 'NoData' : met === 0 ? 'Normal' : 'Alerting');

/** What failed has no frame either: Grafana reads the error of the condition only. */
const isEmpty = (answer: Answer | undefined) => !answer || 'error' in answer || answer.numbers === undefined;

/** One result a datasource that answered nothing, with the refs that asked it. */
function bySource(empty: AlertRule['queries']): Result[] {
  const uids = [...new Set(empty.map(({ datasourceUid }) => datasourceUid))];
  return uids.map((uid) => {
    const refs = empty.filter(({ datasourceUid }) => datasourceUid === uid).map(({ refId }) => refId);
    return { labels: { datasource_uid: uid, ref_id: refs.sort().join(',') }, state: 'NoData', values: {} };
  });
}

function duplicate(numbers: Numbered[]): Labels | undefined {
  const seen = new Set<string>();
  return numbers.find(({ labels }) => seen.size === seen.add(keyOf(labels)).size)?.labels;
}

/** Finds the number of a set of labels: the one with the same, else one whose labels hold it or lie in it. */
function byLabels(answer: Answer | undefined): (labels: Labels) => Numbered | undefined {
  const numbers = answer && !('error' in answer) ? (answer.numbers ?? []) : [];
  const same = new Map(numbers.map((number) => [keyOf(number.labels), number]));
  return (labels) =>
    same.get(keyOf(labels)) ??
    numbers.findLast((number) => holds(labels, number.labels) || holds(number.labels, labels));
}

const holds = (large: Labels, small: Labels) => Object.entries(small).every(([name, value]) => large[name] === value);
