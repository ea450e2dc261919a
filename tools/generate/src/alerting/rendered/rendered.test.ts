import { loadPlan } from '@cellthread/plan/load';
import { runMessages } from '@cellthread/ingest';
import { contactPoints } from '../contactPoints';
import { type FiringAlert, render } from './render';

const settings = contactPoints(loadPlan())[0]?.receivers[0]?.settings;
const station = loadPlan().stations.find(({ item }) => item === 'cell')?.id ?? '';

/** Texts that a station once sent and that are no harm as long as they stay texts. */
const hostile = [
  'nozzle 3/8"',
  'rack\\slot 4',
  'nozzle\n4',
  'nozzle\r\n4',
  'nozzle\t4',
  'x","cell_id":"OTHER","p":"',
  'x"}\n{"kind":"out-of-spec","cell_id":"OTHER","station":"' + station + '","rule":"usl","at":"',
  '\\","cell_id":"OTHER","p":"',
  '{{ .Labels.cell_id }}',
  '</script>&<b>',
  'Düse 4 — 电芯 \u{1F600}',
  '\u0000\u0007\u001b[31m\u2028\u2029\ufeff',
  "it's",
  '',
];

const firing: FiringAlert[] = hostile.flatMap((text, i) =>
  ['position', 'equipment', 'characteristic', 'rule', 'site', 'line'].map((label) => ({
    labels: { kind: 'out-of-spec', cell_id: `BAD-${i}-${label}`, visit: '1', pass: '7', station, [label]: text },
    startsAt: '2026-01-15T11:59:00Z',
  }))
);

const message = render(settings?.message ?? '', { firing });

it('each alert is one line of JSON that says what its labels say', () => {
  const lines = message.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
    firing.map(({ labels }) => ({
      ...{ site: '', line: '', equipment: '', position: '', characteristic: '', rule: '', disposition: '' },
      ...labels,
      at: '2026-01-15T11:59:00.000Z',
    }))
  );
});

it('every bad cell is held, and no other, whatever its labels say', async () => {
  const { results, errors } = await runMessages([
    { name: 'alert', messages: [{ topic: settings?.topic ?? '', payload: message, afterMs: 0 }] },
  ]);
  const held = (results[0]?.rows ?? [])
    .filter((row) => row.startsWith('event,'))
    .map((row) => /,item_id="([^"]+)"/.exec(row)?.[1]);
  expect(held).toEqual(firing.map(({ labels }) => labels.cell_id));
  expect(errors).toEqual([]);
}, 30_000);

it('a line that names its cell twice holds none', async () => {
  const forged = `{"kind":"out-of-spec","cell_id":"BAD","station":"${station}","position":"x","cell_id":"OTHER","p":""}`;
  const { results } = await runMessages([
    { name: 'alert', messages: [{ topic: settings?.topic ?? '', payload: forged, afterMs: 0 }] },
  ]);
  expect(results[0]?.rows).toEqual([expect.stringContaining('detail="line names something twice"')]);
}, 30_000);
