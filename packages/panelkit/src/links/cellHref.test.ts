import { cellHref, defaultCellLink } from './cellHref';

const range = (text: string) => text.replace('${__url_time_range}', 'from=1&to=2');

test('the traveler of a cell keeps the time range of the dashboard', () => {
  expect(cellHref(defaultCellLink, 'A17', range)).toBe('/d/cellthread-cell?var-cell=A17&from=1&to=2');
});

test('an identifier with signs of an address is escaped, and none of it is taken for a variable', () => {
  expect(cellHref('/d/x?var-cell=${cell}', 'A/1?&#', range)).toBe('/d/x?var-cell=A%2F1%3F%26%23');
});

test('there is no link without an identifier or without an address', () => {
  expect([cellHref(defaultCellLink, '', range), cellHref(' ', 'A', range)]).toEqual([null, null]);
});

test('the traveler reads the datasource of the dashboard, where it has such a variable', () => {
  const filled = (text: string) => range(text).replace('${datasource}', 'plant');
  expect(cellHref(defaultCellLink, 'A17', filled)).toBe(
    '/d/cellthread-cell?var-cell=A17&var-datasource=plant&from=1&to=2'
  );
});
