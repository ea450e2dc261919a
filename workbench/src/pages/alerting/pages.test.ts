import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NotifiedAlert } from './answers';
import { chartHref } from './chartHref';
import { durationWords } from './durationWords';
import { inboxWords, routeText } from './inboxWords';
import { newestFirst } from './newestFirst';

const spans: Array<[ms: number, words: string]> = [
  [0, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [47 * 60_000 + 59_000, '47 min'],
  [2 * 3_600_000 + 5 * 60_000, '2 h 5 min'],
  [3 * 86_400_000, '3 d'],
  [86_400_000 + 3_600_000 + 60_000, '1 d 1 h'],
];
for (const [ms, words] of spans) {
  test(`${ms} ms are ${words}`, () => assert.equal(durationWords(ms), words));
}

const alert = (more: Partial<NotifiedAlert>): NotifiedAlert => ({
  status: 'firing',
  labels: {},
  annotations: {},
  startsAt: '2026-01-15T12:00:00.000Z',
  endsAt: '',
  fingerprint: '',
  panelURL: '',
  ...more,
});

test('a chart opens in this page, over the hours around the beginning unless it names its own', () => {
  const around = 'from=1768456800000&to=1768482000000';
  const chart = (address: string) => chartHref(alert({ annotations: { chart: address } }));
  assert.equal(chart('http://localhost:1/d/x?var-a=b'), `/d/x?var-a=b&${around}`);
  assert.equal(chart('http://localhost:1/d/x?from=1&to=2'), '/d/x?from=1&to=2');
  assert.equal(chartHref(alert({ panelURL: 'http://localhost:1/d/y?from=1&to=2' })), '/d/y?from=1&to=2');
  assert.deepEqual([chartHref(alert({})), chart('{{ broken }}')], [undefined, undefined]);
});

test('what began last stands first, what began together in the order it came, and what is over last', () => {
  const at = (fingerprint: string, minute: string, status: NotifiedAlert['status'] = 'firing') =>
    alert({ fingerprint, status, startsAt: `2026-01-15T12:${minute}:00.000Z` });
  const told = [at('a', '01'), at('b', '30', 'resolved'), at('c', '20'), at('d', '01'), at('e', '20')];
  assert.equal(
    newestFirst(told)
      .map(({ fingerprint }) => fingerprint)
      .join(''),
    'ceadb'
  );
});

test('the inbox has every text in the language of the plan, and none of another', () => {
  const texts = (language: 'en' | 'de') =>
    Object.entries(inboxWords(language)).flatMap(([key, of]: [string, unknown]) => {
      const said = typeof of === 'function' ? [1, 2].map((n) => (of as (...args: unknown[]) => string)(n, n, n)) : [of];
      return said
        .flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one as Record<string, string>)))
        .map((text, i): [string, string] => [`${key} ${i}`, text]);
    });
  const english = new Map(texts('en'));
  assert.deepEqual(
    texts('de').map(([key]) => key),
    [...english.keys()]
  );
  assert.deepEqual(
    texts('de').filter(([key, text]) => text === '' || text === english.get(key)),
    []
  );
  assert.deepEqual(
    [routeText(inboxWords('de'), 'quality'), routeText(inboxWords(), 'night shift')],
    ['Qualität', 'night shift']
  );
});
