import { type Database, databases } from '@cellthread/vocabulary';

/** What a user of InfluxDB may do in a database. */
export type Privilege = 'READ' | 'WRITE' | 'ALL';

export interface InfluxUser {
  name: string;
  /** What it is for, in the documents and in errors. */
  for: string;
  /** Privilege by the part of a database's name behind the prefix; `'admin'` may do everything. */
  may: 'admin' | Partial<Record<Database, Privilege>>;
}

const everywhere = (privilege: Privilege): InfluxUser['may'] =>
  Object.fromEntries(databases.map((name) => [name, privilege]));

/** The users of InfluxDB: each can do what its part needs, nothing more. */
export const influxUsers: InfluxUser[] = [
  { name: 'admin', for: 'creates databases and users', may: 'admin' },
  {
    name: 'cellthread_read',
    for: 'the data source',
    may: everywhere('READ'),
  },
  {
    name: 'cellthread_write',
    for: 'Telegraf',
    may: everywhere('WRITE'),
  },
  {
    name: 'cellthread_event',
    for: 'the data source: what people say and enter; the keeper: what is held',
    may: { visits: 'WRITE', index: 'WRITE', record: 'WRITE' },
  },
  { name: 'cellthread_record', for: 'plan push', may: { visits: 'ALL', index: 'ALL', record: 'ALL' } },
];
