import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlertRule } from '../rules/AlertRule';
import { isBeyond } from './isBeyond';
import { lastDue } from './due';
import { numbersOf } from './numbersOf';
import { type Answer, resultsOf } from './resultsOf';

const query = (refId: string) => ({ refId, datasourceUid: 'ds', queryType: '', fromS: 0, toS: 0, model: {} });

const rule = (execErrState: AlertRule['execErrState'] = 'KeepLast') =>
  ({
    execErrState,
    queries: [query('A'), query('S')],
    threshold: { refId: 'B', expression: 'A', type: 'gt', params: [0] },
  }) as unknown as AlertRule;

const rows = (...all: Array<[at: string, value: number | null]>): Answer => ({
  numbers: all.map(([at, value]) => ({ labels: { at }, value })),
});

test('a row is a result by its labels, with the numbers of all refs', () => {
  const results = resultsOf(rule(), { A: rows(['x', 2], ['y', 0]), S: rows(['y', 60], ['x', 120]) });
  assert.deepEqual(results, [
    { labels: { at: 'x' }, state: 'Alerting', values: { A: 2, S: 120, B: 1 } },
    { labels: { at: 'y' }, state: 'Normal', values: { A: 0, S: 60, B: 0 } },
  ]);
});

test('a number whose labels hold those of the row stands in for it', () => {
  const S = { numbers: [{ labels: { at: 'x', more: '1' }, value: 5 }] };
  assert.deepEqual(resultsOf(rule(), { A: rows(['x', 1]), S })[0]?.values, { A: 1, S: 5, B: 1 });
});

test('a number that is missing is no data of that row', () => {
  const [result] = resultsOf(rule(), { A: rows(['x', null]), S: rows() });
  assert.deepEqual(result, { labels: { at: 'x' }, state: 'NoData', values: { A: null, B: null } });
});

test('an answer without rows is no data, without a frame it says of whom', () => {
  assert.deepEqual(resultsOf(rule(), { A: rows(), S: rows() }), [{ labels: {}, state: 'NoData', values: {} }]);
  assert.deepEqual(
    resultsOf(rule(), { A: rows(['x', 1]), S: {} }).map(({ labels }) => labels),
    [{ datasource_uid: 'ds', ref_id: 'S' }]
  );
});

test('a failed condition is an error; of a failed number beside it all that is known is that it has no data', () => {
  const failed = resultsOf(rule(), { A: { error: 'down' }, S: rows() });
  assert.deepEqual(failed, [{ labels: {}, state: 'Error', values: {}, error: 'down' }]);
  assert.deepEqual(resultsOf(rule('Error'), { A: { error: 'down' }, S: rows() })[0]?.labels, {
    ref_id: 'A',
    datasource_uid: 'ds',
  });
  assert.deepEqual(resultsOf(rule(), { A: rows(['x', 1]), S: { error: 'down' } }), [
    { labels: { datasource_uid: 'ds', ref_id: 'S' }, state: 'NoData', values: {} },
  ]);
});

test('two rows with the same labels fail the rule', () => {
  const [result, ...rest] = resultsOf(rule(), { A: rows(['x', 1], ['x', 2]), S: rows() });
  assert.deepEqual([result?.state, rest.length], ['Error', 0]);
});

test('a numeric-long frame is read by its columns; what is no number in JSON stands beside', () => {
  const frame = {
    schema: {
      meta: { type: 'numeric-long', typeVersion: [0, 1] },
      fields: [
        { name: 'value', type: 'number' },
        { name: 'at', type: 'string' },
      ],
    },
    data: {
      values: [
        [1, null, null],
        ['x', 'y', 'z'],
      ],
      entities: [{ NaN: [1], Inf: [2] }, null],
    },
  };
  assert.deepEqual(numbersOf([Buffer.from(JSON.stringify(frame))]), [
    { labels: { at: 'x' }, value: 1 },
    { labels: { at: 'y' }, value: Number.NaN },
    { labels: { at: 'z' }, value: Number.POSITIVE_INFINITY },
  ]);
  const table = { ...frame, schema: { ...frame.schema, meta: { type: 'table' } } };
  assert.throws(() => numbersOf([Buffer.from(JSON.stringify(table))]), /type "table"/);
  assert.equal(numbersOf([]), undefined);
});

const thresholds: Array<[type: Parameters<typeof isBeyond>[1]['type'], params: number[], beyond: number[]]> = [
  ['gt', [2], [3, 4]],
  ['lt', [2], [1]],
  ['eq', [2], [2]],
  ['ne', [2], [1, 3, 4]],
  ['gte', [2], [2, 3, 4]],
  ['lte', [2], [1, 2]],
  ['within_range', [1, 4], [2, 3]],
  ['outside_range', [2, 3], [1, 4]],
  ['within_range_included', [2, 3], [2, 3]],
  ['outside_range_included', [2, 3], [1, 2, 3, 4]],
];
for (const [type, params, beyond] of thresholds) {
  test(`of 1 to 4, ${type} ${params.join(' and ')} holds for ${beyond.join(', ')}`, () => {
    assert.deepEqual(
      [1, 2, 3, 4].filter((value) => isBeyond(value, { type, params })),
      beyond
    );
  });
}

test('a group is due once an interval, always as far from its beginning; groups are spread', () => {
  const due = (now: number, group = 'g') => lastDue(now, group, 60_000);
  const first = due(10 * 60_000);
  assert.deepEqual([due(first - 1), due(first), due(first + 59_999)], [first - 60_000, first, first]);
  const offsets = new Set(Array.from({ length: 50 }, (_, i) => due(600_000, `group ${i}`) % 60_000));
  assert.ok(offsets.size > 20, `${offsets.size} different moments of 50 groups`);
});
