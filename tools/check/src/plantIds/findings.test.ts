import { findings } from './findings';

const ids = new Set(['dosing', 'dose_mass', 'pack']);
const exceptions = [{ id: 'pack', below: 'packages/', why: 'a kind of item' }];
const named = (file: string, text: string) =>
  findings(file, text, ids, exceptions).map(({ line, id }) => `${line} ${id}`);

test.each([
  ['a.ts', "const a = 'dosing';\nconst b = `dose_mass`;", ['1 dosing', '2 dose_mass']],
  ['a.ts', "const a = { dosing: 1, 'dose_mass': 2 };", ['1 dosing', '1 dose_mass']],
  ['a.ts', "const a = 'dosing.dose_mass';", ['1 dosing', '1 dose_mass']],
  ['a.tsx', '<Slot id="dosing" />', ['1 dosing']],
  ['a.mjs', "export default ['dosing'];", ['1 dosing']],
  ['a.go', 'var a = []string{\n\t"dosing", `dose_mass`,\n}', ['2 dosing', '2 dose_mass']],
  ['a.star', 'A = {"dosing": 1}', ['1 dosing']],
  ['a.star', "A = {'dosing': 1}", ['1 dosing']],
  ['a.ts', `const a = 'SELECT "dose_mass" FROM "dosing"';`, ['1 dose_mass', '1 dosing']],
  ['a.go', 'var a = "for example {\\"station\\": \\"dosing\\"}"', ['1 dosing']],
])('%s: %s names what stands in it as a literal or key', (file, text, found) => {
  expect(named(file, text)).toEqual(found);
});

test.each([
  ['a.ts', "const a = 'while dosing goes on';"],
  ['a.ts', "// 'dosing'\nconst dosing = 1;"],
  ['a.go', '// "dosing"\nvar quote = \'"\' // dosing "\n'],
  ['a.star', '# "dosing"\nA = "over dosing"'],
  ['a.yaml', 'a: dosing'],
])('%s: %s names none', (file, text) => {
  expect(named(file, text)).toEqual([]);
});

test('a general word is excused where its exception says so, and nowhere else', () => {
  expect(named('packages/a.ts', "const a = 'pack';")).toEqual([]);
  expect(named('tools/a.ts', "const a = 'pack';")).toEqual(['1 pack']);
});
