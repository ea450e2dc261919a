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
  cpSync(path.join(root, 'notify'), at('from/notify'), { recursive: true });
  cpSync(path.join(root, 'telegraf'), at('from/telegraf'), { recursive: true });
  writeFileSync(at('from/operators.csv'), 'name\n');
  chmodSync(at('from/provisioning/dashboards/line.json'), 0o600);
});
afterAll(() => rmSync(place, { recursive: true }));

const job = () => spawnSync('sh', ['-ec', script], { encoding: 'utf8', cwd: root });
const run = () => {
  const { status, stderr } = job();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
};
/** What the job adds to what was derived. */
const added = ['alerting/policies.yaml', 'plugins'];
const files = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

it('without a plant of one’s own the default one is copied, readable for everyone', () => {
  run();
  const name = readFileSync(path.join(root, 'plants/default'), 'utf8').trim();
  const plan = (file: string) => readFileSync(file, 'utf8');
  expect(plan(at('plant/plan.yaml'))).toBe(plan(path.join(root, 'plants', name, 'plan.yaml')));
  expect(files(at('provisioning'))).toEqual([...files(path.join(root, 'provisioning')), ...added].sort());
  expect(readFileSync(at('plant/telegraf/operators.csv'), 'utf8')).toBe('name\n');
  expect(statSync(at('provisioning/dashboards/line.json')).mode & 0o044).toBe(0o044);
});

it('a folder of a plant is taken itself, and what it no longer holds is removed', () => {
  rmSync(at('from/plant'), { recursive: true });
  cpSync(path.join(root, 'plants/pouch-pilot'), at('from/plant'), { recursive: true });
  rmSync(at('from/provisioning/dashboards/cell.json'));
  run();
  expect(readFileSync(at('plant/plan.yaml'), 'utf8')).toBe(readFileSync(at('from/plant/plan.yaml'), 'utf8'));
  expect(files(at('provisioning'))).toEqual([...files(at('from/provisioning')), ...added].sort());
});

it('what is in force stays where a plan has faults, nothing was derived or no plant is named, and each is told', () => {
  const before = { files: files(at('provisioning')), plan: readFileSync(at('plant/plan.yaml'), 'utf8') };
  const refused = (sentence: string) => {
    const { status, stderr } = job();
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(sentence) });
    expect({ files: files(at('provisioning')), plan: readFileSync(at('plant/plan.yaml'), 'utf8') }).toEqual(before);
  };
  writeFileSync(at('from/plant/plan.yaml'), before.plan.replace('lsl: 12.6', 'lsl: 14'));
  refused('plan.yaml');
  writeFileSync(at('from/plant/plan.yaml'), before.plan);
  rmSync(at('from/provisioning'), { recursive: true });
  refused('CELLTHREAD_PLANT_OUT holds nothing that was derived');
  rmSync(at('from/plant/plan.yaml'));
  refused('CELLTHREAD_PLANT names no folder of a plant');
});
