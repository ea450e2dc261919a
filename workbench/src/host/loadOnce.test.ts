import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadOnce } from './loadOnce';

test('what two ask for at the same time is loaded once', async () => {
  let loaded = 0;
  const loads = new Map<string, Promise<number>>();
  const load = async () => ++loaded;
  assert.deepEqual(await Promise.all([loadOnce(loads, 'a', load), loadOnce(loads, 'a', load)]), [1, 1]);
});

test('a load that failed is tried again the next time', async () => {
  const answers = [() => Promise.reject(new Error('503')), () => Promise.resolve('plugin')];
  const loads = new Map<string, Promise<string>>();
  const load = () => (answers.shift() as () => Promise<string>)();
  await assert.rejects(loadOnce(loads, 'a', load), /503/);
  assert.equal(await loadOnce(loads, 'a', load), 'plugin');
});
