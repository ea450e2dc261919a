import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '@cellthread/install';

const place = mkdtempSync(path.join(tmpdir(), 'cellthread-compose-'));
const at = (...names: string[]) => path.join(place, ...names);
const { services } = parse(readFileSync(path.join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: { plant: { command: string[] } };
};
/** The script of the job, with the folders of its container below `place`. */
const script = services.plant.command[0]!.replaceAll('$$', '$').replace(
  /(?<=["= ])\/(?=(from|plant|provisioning)\b)/g,
  `${place}/`
);

beforeAll(() => {
  mkdirSync(at('from'));
  cpSync(path.join(root, 'plants'), at('from/plant'), { recursive: true });
  cpSync(path.join(root, 'provisioning'), at('from/provisioning'), { recursive: true });
  cpSync(path.join(root, 'telegraf'), at('from/telegraf'), { recursive: true });
  writeFileSync(at('from/operators.csv'), 'name\n');
  chmodSync(at('from/provisioning/dashboards/line.json'), 0o600);
});
afterAll(() => rmSync(place, { recursive: true }));

const run = () => {
  const { status, stderr } = spawnSync('sh', ['-ec', script], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
};
const files = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

it('without a plant of one’s own the default one is copied, readable for everyone', () => {
  run();
  const name = readFileSync(path.join(root, 'plants/default'), 'utf8').trim();
  const plan = (file: string) => readFileSync(file, 'utf8');
  expect(plan(at('plant/plan.yaml'))).toBe(plan(path.join(root, 'plants', name, 'plan.yaml')));
  expect(files(at('provisioning'))).toEqual(files(path.join(root, 'provisioning')));
  expect(readFileSync(at('plant/telegraf/operators.csv'), 'utf8')).toBe('name\n');
  expect(statSync(at('provisioning/dashboards/line.json')).mode & 0o044).toBe(0o044);
});

it('a folder of a plant is taken itself, and what it no longer holds is removed', () => {
  rmSync(at('from/plant'), { recursive: true });
  mkdirSync(at('from/plant'));
  writeFileSync(at('from/plant/plan.yaml'), 'mine');
  rmSync(at('from/provisioning/dashboards/cell.json'));
  run();
  expect(readFileSync(at('plant/plan.yaml'), 'utf8')).toBe('mine');
  expect(files(at('provisioning'))).toEqual(files(at('from/provisioning')));
});
