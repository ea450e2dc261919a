import { readFileSync } from 'node:fs';
import schema from '../../../control-plan/schema.json';
import { defaultPlanPath } from './loadPlan';
import { parsePlan } from './parsePlan';
import type { PlanError } from './problem';
import { isReserved } from './reserved';
import { equipmentAt, stationOf } from './select';
import { vocabulary } from './vocabulary';

const original = readFileSync(defaultPlanPath(), 'utf8');
const plan = parsePlan(original, 'plan.yaml');

/** The plan's text with one place changed. */
function changed(from: string, to: string): string {
  const at = original.indexOf(from);
  if (at < 0) {
    throw new Error(`The plan does not contain ${from}`);
  }
  return original.slice(0, at) + to + original.slice(at + from.length);
}

function errorsOf(text: string): string[] {
  try {
    parsePlan(text, 'plan.yaml');
  } catch (error) {
    return (error as PlanError).message.split('\n');
  }
  return [];
}

/** Line of a text in the plan, from 1. */
const lineOf = (text: string) => original.slice(0, original.indexOf(text)).split('\n').length;

describe('an error names file, line, path, rule and what to do', () => {
  const fillMass = 'spec: { lsl: 788, target: 800, usl: 812 }';
  const bottom = 'control_limits:\n';
  const limit = (over: string) =>
    `${bottom}  - { station: filling, characteristic: fill_mass, model: normal, centre: 1, sigma_within: 1, ${over} }\n`;
  const cases: Array<[what: string, from: string, to: string, expected: RegExp]> = [
    [
      'a key that is not known',
      'time_resolution: s',
      'time_resolutoin: s',
      /\/stations\/0\/time_resolutoin: .* — "time_resolutoin" is not a known key: correct its spelling or remove it$/,
    ],
    [
      'a word outside its list',
      'phase: production',
      'phase: prodction',
      /\/plan\/phase: .* — use one of: prototype, pre-launch, safe-launch, production$/,
    ],
    [
      'a number written as text',
      'buckets: 4096',
      "buckets: '4096'",
      /\/buckets: "4096" is a text — write it without quotes: 4096$/,
    ],
    ['a key that is missing', '    name: Mixing\n', '', /\/stations\/0: name is missing — add "name"$/],
    [
      'limits out of order',
      fillMass,
      'spec: { lsl: 788, target: 800, usl: 798 }',
      /\/stations\/11\/characteristics\/0\/spec: lsl < target < usl, but it is 788 \/ 800 \/ 798 — /,
    ],
    [
      'limits out of order in an override',
      'product: lfp-105, lsl: 412',
      'product: lfp-105, lsl: 432',
      /\/overrides\/0: lsl < target < usl, but it is 432 \/ 420 \/ 428 — /,
    ],
    [
      'a limit without tolerance',
      fillMass,
      'spec: { lsl: 800, target: 800 }',
      /: lsl < target < usl, but it is 800 \/ 800 \/ – — /,
    ],
    [
      'a plausible range within the limits',
      'plausible: [0, 1200]',
      'plausible: [0, 805]',
      /\/plausible: the plausible range goes from low to high and contains the spec limits — /,
    ],
    [
      'a station that is not in the plan',
      'id: mixer-01, station: mixing',
      'id: mixer-01, station: mixin',
      /\/equipment\/0\/station: station "mixin" is not in the plan — use one of: mixing, coating/,
    ],
    [
      'a route that turns back',
      'from_station: { station: mixing,',
      'from_station: { station: drying,',
      /\/stations\/1\/from_station\/station: earlier station "drying" is not in the plan — use one of: mixing$/,
    ],
    [
      'equipment twice in a site',
      'id: filler-02',
      'id: filler-01',
      /: equipment \(within site de1\) ids are unique, "filler-01" stands twice — rename one of the two$/,
    ],
    [
      'a characteristic twice at a station',
      'id: fill_vacuum',
      'id: fill_mass',
      /: characteristic and raw value ids are unique, "fill_mass" stands twice/,
    ],
    [
      'a station twice',
      '- id: coating\n    name',
      '- id: mixing\n    name',
      /\/stations\/1\/id: station ids are unique, "mixing" stands twice/,
    ],
    [
      'a product that is not in the plan',
      'product: lfp-105, lsl: 412',
      'product: lfp-106, lsl: 412',
      /\/overrides\/0\/product: product "lfp-106" is not in the plan — use one of: lfp-202, lfp-105$/,
    ],
    [
      'a subgroup by what visits do not carry',
      'by: [equipment, position]',
      'by: [equipment, nozle]',
      /\/subgroup\/by: "nozle" is not a key that visits can be grouped by — /,
    ],
    [
      'a stratum by what visits do not carry',
      bottom,
      limit('status: provisional, stratum: { nozle: "4" }'),
      /\/control_limits\/0\/stratum: "nozle" is not a key/,
    ],
    [
      'a value named like a text field',
      'id: fill_vacuum',
      'id: verdict',
      /\/characteristics\/1\/id: "verdict" is a reserved name — choose another/,
    ],
    [
      'a value named like a material lot',
      'id: fill_vacuum',
      'id: lot_electrolyte',
      /: "lot_electrolyte" is a reserved name/,
    ],
    [
      'a machine of a name that every object has',
      '{ id: filler-01,',
      '{ id: constructor,',
      /\/equipment\/\d+\/id: "constructor" is a name that every JavaScript object has, .* — choose another name/,
    ],
    [
      'a station named like a measurement of our own',
      '- id: coating\n    name',
      '- id: event\n    name',
      /\/stations\/1\/id: "event" is a measurement of Cellthread's own — /,
    ],
    [
      'an unknown zone',
      'zone: dry-room',
      'zone: dry',
      /\/zone: zone "dry" is not in the plan — use one of: mixing-room/,
    ],
    [
      'an input that is not measured',
      'from: [ocv2]',
      'from: [ocv3]',
      /\/derived\/from\/0: earlier characteristic or raw value of aging "ocv3" is not in the plan — use one of: .*ocv1/,
    ],
    [
      'a value derived from itself',
      'from: [ocv2]',
      'from: [ocv_dev_tray]',
      /\/derived\/from\/0: .*"ocv_dev_tray" is not in the plan/,
    ],
    [
      'a reading of the environment without its quantity',
      '        quantity: dew_point\n',
      '',
      /\/characteristics\/3: quantity is missing/,
    ],
    [
      'control limits of an unknown characteristic',
      'characteristic: fill_mass\n',
      'characteristic: fill_mas\n',
      /\/control_limits\/0\/characteristic: characteristic of filling "fill_mas" is not in the plan/,
    ],
    [
      'control limits approved by one person',
      bottom,
      limit('status: approved, points: 480, shifts_spanned: 27, approved_by: [Ann]'),
      /\/control_limits\/0\/status: approved control limits need a baseline, .*; 2 persons at approved_by \(there is 1\) — /,
    ],
    [
      'control limits stated twice',
      bottom,
      limit('status: provisional') + limit('status: provisional').slice(bottom.length),
      /\/control_limits\/1: one statement for each product and stratum, "filling fill_mass \* \*" stands twice/,
    ],
    [
      'an unknown time zone',
      'timezone: Europe/Berlin',
      'timezone: Europe/Belin',
      /\/calendar\/timezone: "Europe\/Belin" is not a time zone — use an IANA name/,
    ],
    [
      'a production day that starts within a shift',
      "day_start: '06:00'",
      "day_start: '07:00'",
      /\/calendar\/day_start: the production day starts with a shift — /,
    ],
    [
      'a station in two areas',
      '- { id: filler-01,',
      '- { id: tab-welder-09, station: coating }\n              - { id: filler-01,',
      /equipment of station coating stands in area electrode and in assembly of site de1 — /,
    ],
    [
      'one person who approves',
      '- { name: Plant manager, role: plant, date: 2025-12-17 }',
      '',
      /\/plan\/approvals: must NOT have fewer than 2 items/,
    ],
  ];

  test.each(cases)('%s', (_, from, to, expected) => {
    const errors = errorsOf(changed(from, to));
    expect(errors.some((error) => expected.test(error))).toBe(true);
    expect(errors[0]).toMatch(/^plan\.yaml:\d+: \//);
  });

  test('the line is that of the value', () => {
    const text = 'phase: production';
    expect(errorsOf(changed(text, 'phase: x'))[0]).toMatch(new RegExp(`^plan\\.yaml:${lineOf(text)}: /plan/phase`));
  });

  test('YAML that cannot be read is told with its line', () => {
    expect(errorsOf('plan:\n  number: "CP\n')[0]).toMatch(
      /^plan\.yaml:\d+: \/: a " opened before is not closed — close it where the text ends$/
    );
  });

  test('an empty file is told what it must have', () => {
    expect(errorsOf('')[0]).toBe(
      'plan.yaml: /: the file is empty — write a plan: control-plan/schema.json says of what'
    );
  });

  test('every problem is told at once', () => {
    const text = changed('phase: production', 'phase: x').replace('buckets: 4096', 'buckets: 0');
    expect(errorsOf(text)).toHaveLength(2);
  });
});

describe('the plan answers', () => {
  test('equipment with its positions, by place', () => {
    const fillers = equipmentAt(plan, { site: 'de1', line: 'line-2', station: 'filling' });
    expect(fillers.map(({ id, area, positions }) => [id, area, positions.length, positions[3]])).toEqual([
      ['filler-03', 'assembly', 12, 'nozzle-4'],
      ['filler-04', 'assembly', 12, 'nozzle-4'],
    ]);
  });

  test('an unknown station with the list of those there are', () => {
    expect(() => stationOf(plan, 'fillling')).toThrow('Station "fillling" is not in the plan; it has mixing, coating');
  });

  test('σ of plotted means from σ within and between', () => {
    const limit = plan.control_limits.find((l) => l.characteristic === 'fill_mass' && l.stratum === '*');
    expect(limit?.sigma_plotted).toBeCloseTo(Math.sqrt(limit!.sigma_between ** 2 + limit!.sigma_within ** 2 / 5), 12);
  });
});

describe('one list each', () => {
  /** Every `enum` of the schema with the name it stands under. */
  function enums(node: unknown, name: string): Array<[string, unknown[]]> {
    if (typeof node !== 'object' || node === null) {
      return [];
    }
    const own = (node as { enum?: unknown[] }).enum;
    return [
      ...(own ? [[name, own] as [string, unknown[]]] : []),
      ...Object.entries(node).flatMap(([key, value]) =>
        enums(value, ['items', 'oneOf'].includes(key) || /^\d+$/.test(key) ? name : key)
      ),
    ];
  }

  test('every list of words in the schema is one of the vocabulary', () => {
    const lists = Object.values(vocabulary).map((words) => JSON.stringify(words));
    const found = enums(schema, '');
    expect(found.length).toBeGreaterThanOrEqual(lists.length);
    expect(found.filter(([, words]) => !lists.includes(JSON.stringify(words)))).toEqual([]);
  });

  test('every property of the schema is described', () => {
    const bare: string[] = [];
    const walk = (node: unknown, name: string): void => {
      if (typeof node !== 'object' || node === null) {
        return;
      }
      const { properties } = node as { properties?: Record<string, { description?: string; $ref?: string }> };
      for (const [key, value] of Object.entries(properties ?? {})) {
        const target = (schema.$defs as Record<string, { description?: string }>)[value.$ref?.split('/').pop() ?? ''];
        if (!value.description && !target?.description && !('const' in value)) {
          bare.push(`${name}.${key}`);
        }
      }
      Object.entries(node).forEach(([key, value]) => walk(value, key));
    };
    walk(schema, 'plan');
    expect(bare).toEqual([]);
  });

  test.each(['time', 'constructor', 'cell_id', 'line', 'equipment', 'visit', 'from_m', 'lot_foil'])(
    '%s is reserved',
    (name) => {
      expect(isReserved(name)).toBe(true);
    }
  );
});
