import { loadPlan } from '../loadPlan';
import { inForce } from './inForce';
import { lineProtocol, rowTime } from './lineProtocol';
import { parsePlan } from '../parsePlan';
import { planWith } from '../planWith';
import { contentText, planChanges, type PushInput } from './planChanges';
import { planRows } from './planRows';
import { type PlanContent, type PlanRow, rowKey } from './row';

const plan = loadPlan();

function row(effective_s: number, revision: number, over: Partial<PlanRow> = {}): PlanRow {
  return {
    measurement: 'characteristic',
    tags: { station: 'filling', characteristic: 'fill_mass', product: '*', stratum: '*' },
    fields: { usl: revision },
    effective_s,
    revision,
    recorded_ms: revision * 1000,
    active: true,
    author: 'a',
    reason: 'r',
    sha256: '',
    origin: 'plan',
    ...over,
  };
}

/** The revision in force at a second, or undefined. */
const at = (rows: PlanRow[], second: number, known_at_ms?: number) =>
  inForce(rows, { at_ms: second * 1000, known_at_ms })[0]?.revision;

describe('in force', () => {
  test('a row holds from its second of effect until the next one', () => {
    const rows = [row(100, 1), row(200, 2)];
    expect([99, 100, 199, 200].map((second) => at(rows, second))).toEqual([undefined, 1, 1, 2]);
  });

  test('a correction with the same time of effect replaces the row from its beginning', () => {
    expect(at([row(100, 1), row(100, 2)], 150)).toBe(2);
  });

  test('a correction of the past ends where a later row begins', () => {
    const rows = [row(100, 1), row(200, 2), row(150, 3)];
    expect([120, 160, 210].map((second) => at(rows, second))).toEqual([1, 3, 2]);
  });

  test('nothing holds after a withdrawal, until a new row', () => {
    const rows = [row(100, 1), row(200, 2, { active: false }), row(300, 3)];
    expect([150, 250, 350].map((second) => at(rows, second))).toEqual([1, undefined, 3]);
  });

  test('a row withdrawn within its own second was never planned', () => {
    const rows = [row(100, 1), row(200, 2), row(200, 3, { active: false })];
    expect(at(rows, 250)).toBe(1);
  });

  test('what was known then leaves out what was recorded later', () => {
    const rows = [row(100, 1), row(100, 2)];
    expect([999, 1000, 2000].map((ms) => at(rows, 150, ms))).toEqual([undefined, 1, 2]);
  });
});

describe('rows of the plan', () => {
  const rows = planRows(plan);

  test('every row has a key of its own', () => {
    expect(new Set(rows.map(rowKey)).size).toBe(rows.length);
  });

  test('a product with limits of its own has a complete row', () => {
    const own = rows.find(({ tags }) => tags['characteristic'] === 'fill_mass' && tags['product'] === 'lfp-105');
    expect(own?.fields).toMatchObject({
      lsl: 412,
      target: 420,
      usl: 428,
      chart: 'xbar-r',
      subgroup_by: 'equipment,position',
    });
  });

  test('types, counted passes, personal data and free text are stated even where they are the default', () => {
    const fields = (measurement: string, tag: string, value: string) =>
      rows.find((of) => of.measurement === measurement && of.tags[tag] === value)?.fields;
    expect(fields('characteristic', 'characteristic', 'fill_mass')?.['type']).toBe('number');
    expect(fields('station', 'station', 'filling')?.['retest_count']).toBe(false);
    expect(fields('setting', 'name', 'personal_data')).toEqual({ value: 'pseudonym' });
    expect(fields('setting', 'name', 'keep_free_text')).toEqual({ value: 'false' });
  });

  test('what has no name is the row that it was before there were any', () => {
    const settings = (areas: string) =>
      planRows(parsePlan(planWith({ areas }), 'p.yaml')).filter(({ measurement }) => measurement === 'setting');
    const value = (areas: string, name: string) =>
      settings(areas).find(({ tags }) => tags['name'] === name)?.fields['value'];
    const areas = (line: string, machine: string) =>
      `[{ id: a1, name: A, lines: [{ id: l1${line}, equipment: [{ id: press-01${machine}, station: press }, { id: oven-01, station: bake }] }] }]`;
    expect(value(areas('', ''), 'sites')).not.toContain('line_names');
    expect(value(areas('', ''), 'equipment:s1')).toContain('{"id":"press-01","station":"press",');
    expect(value(areas(', name: Line 1', ''), 'sites')).toContain('"lines":["l1"],"line_names":{"l1":"Line 1"}');
    expect(value(areas('', ', name: Press 1'), 'equipment:s1')).toContain('{"id":"press-01","name":"Press 1",');
  });

  test('a limit that is not stated is absent, not zero', () => {
    const pull = rows.find(
      ({ measurement, tags }) => measurement === 'characteristic' && tags['characteristic'] === 'tab_pull_force'
    );
    expect(pull?.fields).toMatchObject({ lsl: 60, target: 95 });
    expect(pull?.fields).not.toHaveProperty('usl');
  });

  test('line protocol escapes strata, quotes texts and marks integers', () => {
    const line = lineProtocol({
      ...row(1_767_222_000, 7, { fields: { usl: 812, name: 'say "x\\y"', order: 1 } }),
      tags: { station: 'filling', stratum: 'equipment=filler-02,position=nozzle-4' },
    });
    expect(line).toBe(
      'characteristic,station=filling,stratum=equipment\\=filler-02\\,position\\=nozzle-4 ' +
        'usl=812,name="say \\"x\\\\y\\"",order=1i,revision=7i,recorded_ms=7000i,active=true,author="a",reason="r",' +
        'origin="plan" 1767222000000000007'
    );
  });

  test('row times keep the revision, which a number would round away', () => {
    expect(rowTime({ effective_s: 1_767_222_000, revision: 3 })).toBe('1767222000000000003');
  });
});

describe('a push', () => {
  const content: PlanContent = {
    measurement: 'characteristic',
    tags: { station: 'filling', characteristic: 'fill_mass', product: '*', stratum: '*' },
    fields: { usl: 812 },
  };
  const push = (over: Partial<PushInput>) =>
    planChanges({
      desired: [content],
      stored: [],
      effective_s: 100,
      recorded_ms: 5,
      author: 'a',
      reason: 'r',
      hash: (text) => text,
      ...over,
    });
  const stored = push({}).rows;

  test('the first one writes revision 1', () => {
    expect(stored.map(({ revision, active }) => [revision, active])).toEqual([[1, true]]);
  });

  test('the same plan again writes nothing', () => {
    expect(push({ stored, effective_s: 200 })).toMatchObject({ rows: [], unchanged: 1, later: [] });
  });

  test('the order of keys is no change', () => {
    const a: PlanContent = { ...content, fields: { lsl: 1, usl: 2 } };
    const b: PlanContent = { ...content, fields: { usl: 2, lsl: 1 } };
    expect(contentText(a)).toBe(contentText(b));
  });

  test('a changed limit is a new row with the next revision', () => {
    const { rows } = push({ stored, effective_s: 200, desired: [{ ...content, fields: { usl: 810 } }] });
    expect(rows).toMatchObject([{ revision: 2, effective_s: 200, fields: { usl: 810 } }]);
  });

  test('what the plan no longer holds is withdrawn', () => {
    const { rows } = push({ stored, effective_s: 200, desired: [] });
    expect(rows).toMatchObject([{ revision: 2, effective_s: 200, active: false }]);
    expect(inForce([...stored, ...rows], { at_ms: 200_000 })).toEqual([]);
  });

  test('a withdrawal at the moment of a change does not bring back what held before the change', () => {
    const changed = push({ stored, effective_s: 200, desired: [{ ...content, fields: { usl: 810 } }] }).rows;
    const withdrawn = push({ stored: [...stored, ...changed], effective_s: 200, desired: [] }).rows;
    expect(inForce([...stored, ...changed, ...withdrawn], { at_ms: 205_000 })).toEqual([]);
  });

  test('a withdrawn characteristic that comes back is written again', () => {
    const gone = push({ stored, desired: [] }).rows;
    const back = push({ stored: [...stored, ...gone] }).rows;
    expect(back).toMatchObject([{ revision: 3, active: true }]);
    expect(inForce([...stored, ...gone, ...back], { at_ms: 100_000 })).toMatchObject([{ revision: 3 }]);
  });

  test('rows that people wrote are neither replaced nor withdrawn', () => {
    const people = stored.map((r) => ({ ...r, origin: '', revision: 9, sha256: 'theirs', effective_s: 150 }));
    expect(push({ stored: [...stored, ...people], effective_s: 200 }).rows).toEqual([]);
    expect(push({ stored: people, effective_s: 200, desired: [] }).rows).toEqual([]);
  });

  test('rows that take effect later and say otherwise are reported', () => {
    const later = push({ stored, effective_s: 300, desired: [{ ...content, fields: { usl: 805 } }] }).rows;
    const result = push({ stored: [...stored, ...later], desired: [{ ...content, fields: { usl: 811 } }] });
    expect(result.later).toEqual(later);
  });
});
