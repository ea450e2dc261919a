import { parsePlan } from '@cellthread/plan';
import { readFileSync } from 'node:fs';
import { defaultPlanPath, loadPlan } from '@cellthread/plan/load';
import { telegrafConstants } from './telegrafConstants';

const text = readFileSync(defaultPlanPath(), 'utf8');

function constantsOf(planText: string): string {
  return Object.values(telegrafConstants.outputs(parsePlan(planText, 'plan.yaml'))).join('');
}

test('a station is told what it may send: characteristics with their type, raw values as numbers', () => {
  const constants = constantsOf(
    text.replace(
      '      - id: fill_vacuum\n',
      '      - { id: seal_code, name: Seal, unit: none, type: text }\n      - id: fill_vacuum\n'
    )
  );
  const filling = constants.slice(constants.indexOf('"filling": {'), constants.indexOf('"soaking": {'));
  expect(filling).toContain('"fill_mass": "number"');
  expect(filling).toContain('"seal_code": "text"');
  const raw = loadPlan().stations.find(({ raw_values }) => raw_values.length > 0)!;
  expect(constants).toContain(`"${raw.raw_values[0]!.id}": "number"`);
});

test('a reading of the environment is nothing that a station sends', () => {
  const [station, reading] = loadPlan().stations.flatMap(({ id, characteristics }) =>
    characteristics.filter(({ source }) => source === 'environment').map((c) => [id, c.id])
  )[0]!;
  const constants = constantsOf(text);
  const own = constants.slice(constants.indexOf(`"${station}": {`));
  expect(own.slice(0, own.indexOf('    },\n    "'))).not.toContain(`"${reading}"`);
});

test('machines are listed by site and line, free text is left out unless the plan keeps it', () => {
  expect(constantsOf(text)).toMatch(/"de1\/line-1": \["mixer-01", /);
  expect(constantsOf(text)).toContain('KEEP_FREE_TEXT = False');
  expect(constantsOf(`keep_free_text: true\n${text}`)).toContain('KEEP_FREE_TEXT = True');
});
