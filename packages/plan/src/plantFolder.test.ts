import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultPlant, plantFolder } from './plantFolder';

const checkout = path.resolve(__dirname, '../../..');
const elsewhere = realpathSync(mkdtempSync(path.join(tmpdir(), 'cellthread-plants-')));
afterAll(() => rmSync(elsewhere, { recursive: true }));

function plantAt(...names: string[]): string {
  const dir = path.join(elsewhere, ...names);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'plan.yaml'), '');
  return dir;
}

test('the default plant has its derived files in the checkout, its data in .cellthread and the plain project', () => {
  expect(plantFolder()).toEqual({
    dir: defaultPlant(),
    plan: path.join(defaultPlant(), 'plan.yaml'),
    out: checkout,
    data: path.join(checkout, '.cellthread'),
    project: 'cellthread',
  });
  expect(plantFolder(defaultPlant())).toEqual(plantFolder());
});

test('another plant writes below its own folder, and its data lie apart in the checkout', () => {
  const dir = plantAt('Werk Süd');
  const { out, data, project } = plantFolder(dir);
  expect(out).toBe(path.join(dir, 'out'));
  expect(data).toMatch(new RegExp(`^${checkout}/\\.cellthread/plants/werk-s-d-[0-9a-f]{8}$`));
  expect(project).toBe(`cellthread-${path.basename(data)}`);
});

test('two plants of one name keep apart', () => {
  const [a, b] = [plantFolder(plantAt('a', 'line')), plantFolder(plantAt('b', 'line'))];
  expect(a.data).not.toBe(b.data);
  expect(a.project).not.toBe(b.project);
});

test('a plant reached by a link is the same plant', () => {
  const dir = plantAt('real');
  symlinkSync(dir, path.join(elsewhere, 'link'));
  expect(plantFolder(path.join(elsewhere, 'link'))).toEqual(plantFolder(dir));
});

test('a folder without a plan is refused by name', () => {
  expect(() => plantFolder(path.join(elsewhere, 'nothing'))).toThrow(
    `${elsewhere}/nothing is no folder of a plant: there is no plan.yaml in it.`
  );
});
