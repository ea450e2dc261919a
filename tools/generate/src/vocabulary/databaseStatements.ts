import type { WordFile } from './WordList';

/** What makes the databases of a plant with the usual prefix, as `influx -import` and the stack read it. */
export function databaseStatements(files: WordFile[]): string {
  const databases = files.flatMap(({ lists }) => lists).find(({ name }) => name === 'databases');
  return (databases?.words ?? [])
    .map(
      ({ id, facts }) =>
        `CREATE DATABASE "cellthread_${id}" WITH DURATION ${facts.retention_days}d REPLICATION 1 SHARD DURATION ${facts.shard_days}d NAME "autogen"\n`
    )
    .join('');
}
