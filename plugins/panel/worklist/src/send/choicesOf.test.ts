import { common } from './choicesOf';

const choices = [
  { station: 'filling', value: 'cleaned', label: 'Cleaned', texts: { en: 'Cleaned', de: 'Gereinigt' } },
  { station: 'filling', value: 'nozzle', label: 'nozzle' },
  { station: 'welding', value: 'cleaned', label: 'Glass cleaned' },
];

test('what all stations have is offered, in the language of the panel where the plan has it', () => {
  const offered = (stations: string[], language: string) =>
    common(choices, stations, language).map(({ value, label }) => `${value}: ${label}`);
  expect(offered(['filling'], 'de')).toEqual(['cleaned: Gereinigt', 'nozzle: nozzle']);
  expect(offered(['filling', 'welding'], 'en')).toEqual(['cleaned: Cleaned']);
  expect(offered(['welding', 'packing'], 'en')).toEqual([]);
});
