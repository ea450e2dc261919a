import { getValueFormat } from '@grafana/data';

/**
 * A number with its unit, never rescaled (a limit of 1 g and a value of 0.8 g are compared by eye); "–" for none. The
 * unit is one of Grafana's ids, or is written as it is.
 */
export function quantity(value: number | null, unit: string): string {
  if (value === null) {
    return '–';
  }
  const text = String(Number(value.toPrecision(6)));
  if (unit === '' || unit === 'none' || unit === 'short') {
    return text;
  }
  const { prefix = '', suffix = '' } = getValueFormat(unit)(1, 0);
  return `${prefix}${text}${suffix}`;
}
