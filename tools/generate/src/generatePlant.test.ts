import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultPlanPath } from '@cellthread/plan/load';
import { plantFolder, type PlantFolder } from '@cellthread/plan/plant';
import { root } from '@cellthread/install';
import { generatePlant as generate } from './generatePlant';

const dir = mkdtempSync(path.join(tmpdir(), 'cellthread-plant-'));
const original = readFileSync(defaultPlanPath(), 'utf8');
writeFileSync(path.join(dir, 'plan.yaml'), original);
const plant = plantFolder(dir);
const generatePlant = (of: PlantFolder, check: boolean) =>
  generate(of, { check, format: (_file, text) => Promise.resolve(text) });
const read = (file: string) => readFileSync(path.join(plant.out, file), 'utf8');
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

afterAll(() => rmSync(dir, { recursive: true }));

test('a check of a plant that was never written names every file and writes none', async () => {
  const { written } = await generatePlant(plant, true);
  expect(written.length).toBeGreaterThan(20);
  expect(readdirSync(dir)).toEqual(['plan.yaml']);
});

test('with the plan of the default plant its folder holds the provisioning of the checkout, file by file', async () => {
  await generatePlant(plant, false);
  const provisioning = files(path.join(root, 'provisioning'));
  expect(files(path.join(plant.out, 'provisioning'))).toEqual(provisioning);
  const differing = ['telegraf/telegraf.conf', 'telegraf/mosquitto.acl', 'telegraf/processors/ingest.gen.star']
    .concat(provisioning.map((file) => path.join('provisioning', file)))
    .filter((file) => read(file) !== readFileSync(path.join(root, file), 'utf8'));
  expect(differing).toEqual([]);
  expect(read('.gitignore').split('\n')).toContain('*');
});

test('what was written once is not written again', async () => {
  expect(await generatePlant(plant, false)).toEqual({ written: [], removed: [] });
});

test('the scripts hold the constants of the plan, though those of the checkout are others', async () => {
  writeFileSync(plant.plan, original.replaceAll('filling', 'wetting'));
  const { written } = await generatePlant(plant, false);
  expect(written).toContain('telegraf/processors/ingest.gen.star');
  expect(read('telegraf/processors/ingest.gen.star')).toContain('"wetting": {');
  expect(read('telegraf/processors/ingest.gen.star')).not.toContain('"filling": {');
});

test('a file that nothing derives any more is removed', async () => {
  writeFileSync(path.join(plant.out, 'provisioning/dashboards/old.json'), '{}');
  expect((await generatePlant(plant, true)).removed).toEqual(['provisioning/dashboards/old.json']);
  expect((await generatePlant(plant, false)).removed).toEqual(['provisioning/dashboards/old.json']);
  expect(files(plant.out)).not.toContain('provisioning/dashboards/old.json');
});

test('a folder out that somebody else has filled stays as it is', async () => {
  const other = path.join(dir, 'other');
  mkdirSync(path.join(other, 'out'), { recursive: true });
  writeFileSync(path.join(other, 'plan.yaml'), original);
  writeFileSync(path.join(other, 'out/thesis.txt'), 'mine');
  await expect(generatePlant(plantFolder(other), false)).rejects.toThrow(
    /out holds files that npm run gen did not write/
  );
  expect(files(path.join(other, 'out'))).toEqual(['thesis.txt']);
});
