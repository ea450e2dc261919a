import { dateTime, LoadingState, type PanelData, toDataFrame } from '@grafana/data';
import { failures, unreadOf } from './unreadOf';

const now = dateTime(0);
const data = (more: Partial<PanelData>): PanelData => ({
  state: LoadingState.Done,
  series: [],
  timeRange: { from: now, to: now, raw: { from: now, to: now } },
  ...more,
});
const table = toDataFrame({ fields: [{ name: 'value', values: [] }] });

it('a failed query cannot be read, whichever way the host tells the error', () => {
  const unread = { state: 'failed', title: 'Cannot be read', lines: ['InfluxDB does not answer.'] };
  const error = { message: 'InfluxDB does not answer.' };
  expect(unreadOf(data({ state: LoadingState.Error, error }))).toEqual(unread);
  expect(unreadOf(data({ state: LoadingState.Error, errors: [error, error] }))).toEqual(unread);
  expect(unreadOf(data({ error: { data: { message: 'InfluxDB does not answer.' } } }))).toEqual(unread);
  expect(unreadOf(data({ state: LoadingState.Error }))).toEqual({ ...unread, lines: [] });
});

it('a query that runs is neither empty nor failed', () => {
  expect(unreadOf(data({ state: LoadingState.Loading }))?.state).toBe('running');
});

it('an answer is looked at, empty or while the next one is on its way', () => {
  expect(unreadOf(data({}))).toBeNull();
  expect(unreadOf(data({ series: [table] }))).toBeNull();
  expect(unreadOf(data({ state: LoadingState.Loading, series: [table] }))).toBeNull();
});

it('a snapshot of a query that was not answered does not look like one of an empty answer', () => {
  const request = { targets: [{ refId: 'A', queryType: 'snapshot' }] } as PanelData['request'];
  expect(unreadOf(data({ request }))).toEqual({
    state: 'failed',
    title: 'Cannot be read',
    lines: ['When this snapshot was taken, the query had failed or was not answered yet.'],
  });
  expect(unreadOf(data({ request, series: [table] }))).toBeNull();
});

it('one query that failed beside others does not hide them, and is told', () => {
  const partly = data({ state: LoadingState.Error, series: [table], errors: [{ message: 'B took too long' }] });
  expect(unreadOf(partly)).toBeNull();
  expect(failures(partly)).toEqual(['B took too long']);
});
