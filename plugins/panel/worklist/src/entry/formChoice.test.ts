import { beyond, choose, type Chosen, type EntryForm, parseValue } from './formChoice';

const nothing: Chosen = { site: '', station: '', machine: '', position: '', characteristic: '' };
const machines = {
  de1: [{ id: 'm1', name: 'M 1', positions: ['n1', 'n2'] }],
  de2: [{ id: 'm9', name: '', positions: null }],
};
const characteristic = (id: string, manual = false) => ({ id, name: id, type: 'number' as const, manual });
const form = (over: Partial<EntryForm> = {}): EntryForm => ({
  sites: [
    { id: 'de1', name: 'One' },
    { id: 'de2', name: 'Two' },
  ],
  products: [],
  stations: [
    {
      id: 'mix',
      name: 'Mix',
      item: 'batch',
      machines,
      characteristics: [characteristic('visc', true), characteristic('solids')],
    },
    { id: 'fill', name: 'Fill', item: 'cell', machines, characteristics: [characteristic('mass')] },
    {
      id: 'soak',
      name: 'Soak',
      item: 'tray',
      machines: { de1: machines.de1 },
      characteristics: [characteristic('time')],
    },
  ],
  ...over,
});
const item = (...stations: string[]) => ({ item: { id: 'X', known: true, stations } });

test('of a plan that marks what is measured by hand only that is listed, unless all is asked for', () => {
  const { chosen, stations, narrowed } = choose(form(), nothing, false);
  expect(chosen).toEqual({ site: 'de1', station: 'mix', machine: 'm1', position: '', characteristic: 'visc' });
  expect([stations.map(({ id }) => id), narrowed]).toEqual([['mix'], true]);
  expect(choose(form(), nothing, true).stations).toHaveLength(3);
});

test('what works on something else than the item is not listed; of a cell all is, since nothing of it is marked', () => {
  const { stations, narrowed } = choose(form(item('fill')), nothing, false);
  expect([stations.map(({ id }) => id), narrowed]).toEqual([['fill', 'soak'], false]);
});

test('what was chosen before stays chosen where it still can be', () => {
  const before = { site: 'de2', station: 'fill', machine: 'm9', position: 'n1', characteristic: 'mass' };
  expect(choose(form(), before, true).chosen).toEqual({ ...before, position: '' });
  expect(choose(form(), before, false)).toMatchObject({ chosen: { station: 'fill' }, narrowed: false });
  expect(choose(form(), { ...before, station: 'soak' }, true).chosen.station).toBe('mix');
});

test.each([
  ['number', '799,8', 799.8],
  ['number', ' -1.5e3 ', -1500],
  ['number', '1.234,5', undefined],
  ['number', '', undefined],
  ['number', '12 g', undefined],
  ['count', '3', 3],
  ['count', '3.5', undefined],
  ['boolean', 'true', true],
  ['boolean', 'yes', undefined],
  ['text', 'A-7', 'A-7'],
] as const)('as %s "%s" is %s', (type, typed, value) => {
  expect(parseValue(type, typed)).toBe(value);
});

test('a value on a limit is inside; without limits every value is', () => {
  expect([796, 797, 812, 813].map((value) => beyond({ lsl: 797, usl: 812 }, value))).toEqual([
    'lsl',
    null,
    null,
    'usl',
  ]);
  expect(beyond({}, 1e9)).toBeNull();
});
