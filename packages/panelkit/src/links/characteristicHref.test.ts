import { characteristicHref, defaultCharacteristicLink } from './characteristicHref';

const at = (time: number | null, station = 'filling') =>
  characteristicHref(defaultCharacteristicLink, { station, characteristic: 'fill_mass', time }, (text) => text);

test('a characteristic leads to its chart half a day around its visit, and to the last day where that has no time', () => {
  const chart = '/d/cellthread-characteristic?var-station=filling&var-characteristic=fill_mass';
  expect(at(Date.UTC(2026, 10, 22, 12))).toBe(`${chart}&from=${Date.UTC(2026, 10, 22)}&to=${Date.UTC(2026, 10, 23)}`);
  expect(at(null)).toBe(`${chart}&from=now-24h&to=now`);
});

test('there is no chart without a station', () => {
  expect(at(null, '')).toBeNull();
});
