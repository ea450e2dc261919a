import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type InfluxAccess, influxLogin, influxQuery, type Series } from '../influx';
import { readOptions } from '../readOptions';
import { readSecret } from '../secrets/readSecret';
import { inboxOf, options } from './cyclers';

const cases = fileURLToPath(new URL('../../testcases', import.meta.url));

/** A case folder holds the files of a cycler, and as `expected` the rows they become and where they go. */
export const caseNames = readdirSync(cases).sort();
export const expectedFile = (name: string) => path.join(cases, name, 'expected');

const filesOf = (name: string) => readdirSync(path.join(cases, name)).filter((file) => file !== 'expected');

/** When the cases are read, and when their files were written. */
const now_ms = Date.parse('2026-11-28T12:00:00Z');
const written_s = now_ms / 1000 - 3600;

/** A value as line protocol writes it. */
function fieldText(value: unknown): string {
  return typeof value === 'string' ? `"${value.replace(/[\\"]/g, '\\$&')}"` : String(value);
}

/** Rows of an answer as line protocol; times of arrival as `now`, those of samples in seconds with their remainder. */
function linesOf({ name, tags = {}, columns, values }: Series): string[] {
  const keys = Object.keys(tags).sort();
  return values.map((cells) => {
    const fields = columns
      .map((column, at) => [column, cells[at]] as const)
      .filter(([column, value]) => column !== 'time' && value !== null)
      .map(([column, value]) => `${column}=${fieldText(value)}`);
    const time = name === 'rejected' ? 'now' : nanoseconds(String(cells[columns.indexOf('time')]));
    return `${[name, ...keys.map((key) => `${key}=${tags[key]}`)].join(',')} ${fields.join(',')} ${time}`;
  });
}

/** A time of RFC 3339 in ns since 1970, which are too many for a number. */
function nanoseconds(time: string): string {
  const [, second = '', digits = ''] = /^(.{19})(?:\.(\d+))?Z$/.exec(time) ?? [];
  return `${Date.parse(`${second}Z`) / 1000}${digits.padEnd(9, '0')}`;
}

/** All rows of a database. */
async function stored(access: InfluxAccess, database: string): Promise<string[]> {
  const series = await influxQuery(access, 'SELECT * FROM /./ GROUP BY *', database, { times: 'rfc3339' });
  return series.flatMap(linesOf);
}

/** Lays the files of a case into a folder of its own, lets them rest, and reads them into a real InfluxDB. */
export async function runCase(name: string, url: string, secrets: string, prefix: string): Promise<string[]> {
  // Prefixes of the cases' own: only the administrator may create databases.
  const access = influxLogin(url, 'admin', readSecret(secrets, 'influxdb', 'admin'));
  const folder = mkdtempSync(path.join(tmpdir(), 'cellthread-cyclers-'));
  try {
    for (const file of filesOf(name)) {
      cpSync(path.join(cases, name, file), path.join(folder, file));
      utimesSync(path.join(folder, file), written_s, written_s);
    }
    for (const database of ['curve', 'rejected']) {
      await influxQuery(access, `CREATE DATABASE "${prefix}${database}"`);
    }
    const args = [
      '--folder',
      folder,
      '--url',
      url,
      '--secrets',
      secrets,
      '--user',
      'admin',
      '--database-prefix',
      prefix,
      '--keep-days',
      '3650',
    ];
    const inbox = inboxOf(folder, readOptions(args, options).values, { out: () => undefined, err: () => undefined });
    for (const seconds of [0, 10, 20]) {
      await inbox.round(now_ms + seconds * 1000);
    }
    return [
      ...placesOf(folder),
      ...(await stored(access, `${prefix}curve`)),
      ...(await stored(access, `${prefix}rejected`)),
    ].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function placesOf(folder: string): string[] {
  return ['.', 'finished', 'failed'].flatMap((place) => {
    mkdirSync(path.join(folder, place), { recursive: true });
    return readdirSync(path.join(folder, place), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => (place === '.' ? `# ${entry.name} stayed` : `# ${entry.name} went to ${place}`));
  });
}
