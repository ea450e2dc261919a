import {
  dateTimeFormat,
  type DisplayProcessor,
  type Field,
  formattedValueToString,
  getDisplayProcessor,
  type GrafanaTheme2,
} from '@grafana/data';

/** Writes values as the field's options say (unit, decimals), and moments in the dashboard's time zone. */
export interface Formatters {
  value: (v: number | null | undefined, decimals?: number | null) => string;
  /** Centre and limits, which are computed: as many decimals more as it takes to tell them apart from a value. */
  line: (v: number | null | undefined) => string;
  /**
   * Differences and spreads: never in another multiple of the unit than a value of size one ("0.8 g", not "800 mg").
   */
  spread: (v: number | null | undefined) => string;
  time: (ms: number) => string;
  /** Unit as it is written behind a value; empty where there is none. */
  unit: string;
}

export function formatters(field: Field, theme: GrafanaTheme2, timeZone: string): Formatters {
  const display = field.display ?? processorOf(field, theme, timeZone);
  // Decimals that the field states stand before any that are asked of its own processor.
  const finer = new Map<number, DisplayProcessor>();
  const withDecimals = (decimals: number) => {
    const known = finer.get(decimals) ?? processorOf(field, theme, timeZone, decimals);
    finer.set(decimals, known);
    return known;
  };
  const value: Formatters['value'] = (v, decimals) =>
    isMissing(v) ? 'missing' : formattedValueToString(display(v, decimals ?? undefined));
  return {
    value,
    line: (v) => {
      const decimals = isMissing(v) ? undefined : lineDecimals(v, field.config.decimals);
      return decimals === undefined ? value(v) : formattedValueToString(withDecimals(decimals)(v));
    },
    spread: (v) => {
      if (isMissing(v)) {
        return 'missing';
      }
      const { prefix = '', suffix = '' } = display(1);
      return `${prefix}${Number(v.toPrecision(3))}${suffix}`;
    },
    unit: (display(1).suffix ?? '').trim(),
    time: (ms) => dateTimeFormat(ms, { timeZone, defaultWithMS: ms % 1000 !== 0 }),
  };
}

const isMissing = (v: number | null | undefined): v is null | undefined =>
  v === null || v === undefined || Number.isNaN(v);

/** Without its values: the processor would look through all of them for the ends of a colour scale. */
function processorOf(field: Field, theme: GrafanaTheme2, timeZone: string, decimals = field.config.decimals) {
  const config = { ...field.config, decimals };
  return getDisplayProcessor({ field: { ...field, config, values: [], state: {} }, theme, timeZone });
}

/** Decimals beyond the field's that a computed value gets at most. */
const most = 2;

/** Decimals with which a computed value is off by no more than a twentieth of the field's last digit. */
function lineDecimals(v: number, decimals: number | null | undefined): number | undefined {
  if (decimals === null || decimals === undefined) {
    return undefined;
  }
  const off = 0.05 * 10 ** -decimals;
  for (let d = decimals; d < decimals + most; d++) {
    if (Math.abs(Number(v.toFixed(d)) - v) <= off) {
      return d;
    }
  }
  return decimals + most;
}
