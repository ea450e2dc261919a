import { grafanaUnits, grafanaUnitWritten } from '@cellthread/vocabulary';

/** Beginnings of a unit of one's own, as Grafana reads them; what follows must not be empty. */
export const unitPrefixes = ['suffix', 'prefix', 'time', 'si', 'count', 'currency', 'bool'] as const;

const written = new Map<string, string>(Object.entries(grafanaUnitWritten));

const ownUnit = (unit: string) => {
  const [, prefix, rest = ''] = /^([a-z]+):(.+)$/.exec(unit) ?? [];
  return unitPrefixes.flatMap((known) => (known === prefix ? [{ prefix: known, rest: rest.trim() }] : []))[0];
};

export const unitIds: readonly string[] = grafanaUnits;

/** Whether Grafana knows how to write numbers of this unit. */
export const isUnit = (unit: string): boolean => written.has(unit) || ownUnit(unit) !== undefined;

/** What stands after a number of this unit; empty where nothing does. Of a format of times what lies between two of them is told. */
export function writtenUnit(unit: string): string {
  const { prefix, rest = '' } = ownUnit(unit) ?? {};
  return written.get(unit) ?? (prefix === 'time' ? 'ms' : prefix === 'bool' ? '' : rest);
}
