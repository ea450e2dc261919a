import { createRequire } from 'node:module';
import { test } from 'node:test';
import { MemoryPersistence } from '../MemoryPersistence';

// What aedes asks of every persistence; it runs under Node's own runner.
createRequire(import.meta.url)('aedes-persistence/abstract.js')({
  test,
  persistence: () => new MemoryPersistence(),
  testAsync: true,
});
