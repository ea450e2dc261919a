import type { AlertRule } from '../rules/AlertRule';
import type { Instance, Result, State } from './Instance';

type Timing = Pick<AlertRule, 'intervalMs' | 'forMs' | 'keepFiringForMs' | 'noDataState' | 'execErrState'>;

/** How often Grafana tells its notifier again of an alert that has not changed. */
export const RESEND_MS = 30_000;

/** Until when an alert counts as firing that is not heard of again: four evaluations, two minutes at least. */
export const expiry = (atMs: number, intervalMs: number) => atMs + 4 * Math.max(intervalMs, RESEND_MS);

/**
 * What becomes of an instance by a result: the states of Grafana 12.4 (ngalert/state). Pure: the instance given stays as it is.
 *
 * @param atMs moment of the evaluation, Unix ms
 */
export function transition(before: Instance, result: Result, atMs: number, rule: Timing): Instance {
  const values = result.state === 'NoData' || result.state === 'Error' ? placeholders(before) : result.values;
  const instance = { ...next(before, result, atMs, rule), values, lastEvaluation: atMs };
  const unlike = instance.state !== result.state && (result.state === 'NoData' || result.state === 'Error');
  instance.reason = unlike ? reasonOf(result.state, rule) : '';
  const over = instance.state === 'Normal' && (before.state === 'Alerting' || before.state === 'Recovering');
  if (over) {
    instance.resolvedAt = atMs;
  } else if (instance.state !== 'Normal' && instance.state !== 'Pending') {
    delete instance.resolvedAt;
  }
  return instance;
}

function next(before: Instance, result: Result, atMs: number, rule: Timing): Instance {
  switch (result.state) {
    case 'Normal':
      return toNormal(before, atMs, rule);
    case 'Alerting':
      return toFiring(before, atMs, rule, 'Alerting');
    case 'NoData':
      return onNoData(before, atMs, rule);
    case 'Error':
      return onError(before, result, atMs, rule);
  }
}

function enter(before: Instance, state: State, atMs: number, endsAt: number, error?: string): Instance {
  const { error: _, ...rest } = before;
  return { ...rest, state, startsAt: atMs, endsAt, ...(error !== undefined && { error }) };
}

const maintain = (before: Instance, atMs: number, { intervalMs }: Timing): Instance => ({
  ...before,
  endsAt: expiry(atMs, intervalMs),
});

function toNormal(before: Instance, atMs: number, rule: Timing): Instance {
  if (before.state === 'Normal') {
    return before;
  }
  if (before.state === 'Recovering' && atMs - before.startsAt < rule.keepFiringForMs) {
    return maintain(before, atMs, rule);
  }
  return before.state === 'Alerting' && rule.keepFiringForMs > 0
    ? enter(before, 'Recovering', atMs, expiry(atMs, rule.intervalMs))
    : enter(before, 'Normal', atMs, atMs);
}

/** Into one of the states that are told, through Pending where the rule waits. */
function toFiring(
  before: Instance,
  atMs: number,
  rule: Timing,
  state: 'Alerting' | 'NoData' | 'Error',
  error?: string
) {
  const endsAt = expiry(atMs, rule.intervalMs);
  if (before.state === state) {
    const { error: _, ...rest } = maintain(before, atMs, rule);
    return { ...rest, ...(error !== undefined && { error }) };
  }
  if (before.state === 'Pending' && atMs - before.startsAt >= rule.forMs) {
    return enter(before, state, atMs, endsAt, error);
  }
  if (before.state === 'Pending') {
    return state === 'Alerting' ? before : { ...maintain(before, atMs, rule), error };
  }
  const waits = before.state !== 'Recovering' && rule.forMs > 0;
  return enter(before, waits ? 'Pending' : state, atMs, endsAt, error);
}

function onNoData(before: Instance, atMs: number, rule: Timing): Instance {
  switch (rule.noDataState) {
    case 'Alerting':
      return toFiring(before, atMs, rule, 'Alerting');
    case 'NoData':
      return toFiring(before, atMs, rule, 'NoData');
    case 'OK':
      return toNormal(before, atMs, rule);
    case 'KeepLast':
      return keepLast(before, atMs, rule);
  }
}

function onError(before: Instance, { error }: Result, atMs: number, rule: Timing): Instance {
  switch (rule.execErrState) {
    case 'Alerting':
      return { ...toFiring(before, atMs, rule, 'Alerting'), error };
    case 'Error':
      return toFiring(before, atMs, rule, 'Error', error);
    case 'OK':
      return toNormal(before, atMs, rule);
    case 'KeepLast':
      return keepLast(before, atMs, rule);
  }
}

function keepLast(before: Instance, atMs: number, rule: Timing): Instance {
  if (before.state === 'Alerting') {
    return toFiring(before, atMs, rule, 'Alerting');
  }
  if (before.state === 'Pending') {
    return atMs - before.startsAt >= rule.forMs ? toFiring(before, atMs, rule, 'Alerting') : before;
  }
  return toNormal(before, atMs, rule);
}

/** Texts may name any ref: without data each stands for -1. */
const placeholders = ({ values }: Instance) => Object.fromEntries(Object.keys(values).map((refId) => [refId, -1]));

function reasonOf(state: State, rule: Timing): string {
  const kept = state === 'Error' ? rule.execErrState === 'KeepLast' : rule.noDataState === 'KeepLast';
  return kept ? `${state}, KeepLast` : state;
}
