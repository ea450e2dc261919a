import { readFileSync } from 'node:fs';
import { fnv } from 'cellthread-cli';
import { caseFile, caseNames } from './runCases';

const pointers = caseNames
  .flatMap((name) => readFileSync(caseFile(name, 'expected'), 'utf8').split('\n'))
  .filter((row) => row.startsWith('item_index,'))
  .map((row) => {
    const found = /bucket=(\d+),\S+ at=(\d+)i,item_id="([^"]+)",key="([^"]+)" (\d+)$/.exec(row);
    const [bucket, at, item, key, time] = (found ?? []).slice(1);
    return {
      bucket: Number(bucket),
      at: BigInt(at ?? 0),
      item: String(item),
      key: String(key),
      time: BigInt(time ?? 0),
    };
  });

test('every pointer of the cases lies in the bucket and at the time that FNV-1a gives', () => {
  expect(fnv('foobar')).toBe(0xbf9cf968);
  expect(pointers.length).toBeGreaterThan(500);
  expect(pointers.map(({ bucket, time }) => ({ bucket, time }))).toEqual(
    pointers.map(({ item, key, at }) => ({ bucket: fnv(item) % 4096, time: at + BigInt(fnv(`${item}/${key}`) % 1000) }))
  );
});
