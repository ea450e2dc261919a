import {
  dateTimeFormat,
  type Field,
  formattedValueToString,
  getDisplayProcessor,
  type GrafanaTheme2,
} from '@grafana/data';

/** Writes values as the field's options say (unit, decimals), and moments in the dashboard's time zone. */
export interface Formatters {
  value: (v: number | null | undefined, decimals?: number | null) => string;
  time: (ms: number) => string;
}

export function formatters(field: Field, theme: GrafanaTheme2, timeZone: string): Formatters {
  const display = field.display ?? getDisplayProcessor({ field, theme, timeZone });
  return {
    value: (v, decimals) =>
      v === null || v === undefined || Number.isNaN(v)
        ? 'missing'
        : formattedValueToString(display(v, decimals ?? undefined)),
    time: (ms) => dateTimeFormat(ms, { timeZone, defaultWithMS: true }),
  };
}
