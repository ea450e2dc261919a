import { cellCode, cellCodePattern } from './cellCode';

test('every day of forty years gives a code of 24 characters that fits the pattern', () => {
  for (let day = Date.UTC(2015, 0, 1); day < Date.UTC(2055, 0, 1); day += 86_400_000) {
    const d = new Date(day);
    const date = { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() };
    expect(cellCode('C', 'lfp-202', 1, date, 17)).toMatch(cellCodePattern);
  }
});

test('the code tells maker, product, line, date and serial number', () => {
  expect(cellCode('C', 'lfp-202', 0, { year: 2026, month: 11, day: 5 }, 17, 'B')).toBe('0EPCB1LFP0202AGB50000017');
  expect(cellCode('M', 'lfp-105', 1, { year: 2027, month: 1, day: 31 }, 1, 'B')).toBe('0EPMB1LFP0105BH1Y0000001');
});
