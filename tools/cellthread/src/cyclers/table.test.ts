import { cellsOf, headerAt } from './cells';
import { readTable } from './table';

/** Reads a small comma-separated file with the columns n and v. */
function read(text: string) {
  const cells = cellsOf(text, ',');
  return readTable(cells, headerAt(cells, ['n', 'v']), text.endsWith('\n'), ',');
}
const columns = (text: string) => {
  const result = read(text);
  return 'table' in result ? [result.table.column('n'), result.table.column('v'), result.table.open] : result.problem;
};
const cut = 'the file was cut or is still being written';

test('a table is read below whatever stands above it', () => {
  expect(columns('some\nthing,else\nn,v\n1,2.5\n2,2.75\n')).toEqual([['1', '2'], ['2.5', '2.75'], undefined]);
});

test('empty lines, empty cells at the end and a missing cell that no column names are no matter', () => {
  expect(columns('n,v\n\n1,2.5,\n2,2.7\n\n')).toEqual([['1', '2'], ['2.5', '2.7'], undefined]);
});

test('a last line with fewer columns is cut, wherever it ends', () => {
  expect(columns('n,v\n1,2.5\n2')).toBe(`the last line has 1 columns, the others have 2: ${cut}`);
  expect(columns('n,v\n1')).toBe(`the last line has 1 columns, the others have 2: ${cut}`);
});

test('a line with fewer columns in the middle, or with more, is broken', () => {
  expect(columns('n,v\n1\n2,2.5\n3,2.5\n')).toBe('line 2 has 1 columns, the others have 2');
  expect(columns('n,v\n1,2,5\n2,2,5\n')).toBe('line 2 has 3 columns, the others have 2');
});

test('a quote that does not close is a broken line', () => {
  expect(columns('n,v\n1,"2.5\n')).toMatch(/^line 2 has/);
});

describe('without a last line end', () => {
  test('a number with fewer decimals than all before it is cut', () => {
    expect(columns('n,v\n1,2.50\n2,2.75\n3,2.5')).toBe(`the last line ends within a number: ${cut}`);
    expect(columns('n,v\n1,2.50\n2,2.75\n3,2')).toBe(`the last line ends within a number: ${cut}`);
    expect(columns('n,v\n1,2.')).toBe(`the last line ends within a number: ${cut}`);
  });

  test('one written like all before it is whole', () => {
    expect(columns('n,v\n1,2.50\n2,2.75')).toEqual([['1', '2'], ['2.50', '2.75'], undefined]);
  });

  test('one whose decimals vary is left out: nobody knows', () => {
    expect(columns('n,v\n1,2.5\n2,2.754\n3,2.7')).toEqual([
      ['1', '2', '3'],
      ['2.5', '2.754', ''],
      { column: 'v', text: '2.7' },
    ]);
  });
});

test('without a last line end a last number that is missing where all others have one is cut', () => {
  expect(columns('n,v\n1,2.50\n2,2.75\n3,')).toBe(`the last line ends within a number: ${cut}`);
  expect(columns('n,v\n1,25\n2,25\n3,')).toBe(`the last line ends within a number: ${cut}`);
  expect(columns('n,v\n1,2.50\n2,\n3,')).toEqual([['1', '2', '3'], ['2.50', '', ''], undefined]);
});

test('without a last line end a last whole number with fewer digits than others is left out', () => {
  expect(columns('n,v\n1,25\n2,25\n3,2')).toEqual([['1', '2', '3'], ['25', '25', ''], { column: 'v', text: '2' }]);
  expect(columns('n,v\n1,9\n2,10\n3,11')).toEqual([['1', '2', '3'], ['9', '10', '11'], undefined]);
});

test('what a spreadsheet was made to keep as a text is that text', () => {
  expect(columns('n,v\n"=""0042""",1\n')).toEqual([['0042'], ['1'], undefined]);
});
