import { textColumn } from '@cellthread/panelkit';
import { type DataFrame, type Field } from '@grafana/data';
import { type ControlChartOptions } from '../ControlChartOptions';

type Reason = (row: number) => string;

/** Why a row of the frame takes no part in the statistics, empty where it does; `null` where no row can be excluded. */
export function exclusionReason(frame: DataFrame, id: Field | undefined, options: ControlChartOptions): Reason | null {
  const named = (name: string) => frame.fields.find((f) => f.name === name);
  const wanted = new Set(options.exclude);
  const reasons: Reason[] = [];
  const superseded = named('superseded');
  if (superseded && wanted.has('superseded')) {
    reasons.push((row) => (isTrue(superseded.values[row]) ? 'superseded by a later message of the same visit' : ''));
  }
  const verdict = named('verdict');
  if (verdict && wanted.has('skipped')) {
    reasons.push((row) => (verdict.values[row] === 'skipped' ? 'verdict skipped: the station did not work on it' : ''));
  }
  const runType = named('run_type');
  if (runType && wanted.has('run-type')) {
    const text = textColumn(runType);
    const allowed = new Set(['', ...options.runTypes]);
    reasons.push((row) => (allowed.has(text(row)) ? '' : `run type ${text(row)}`));
  }
  const visit = named('visit');
  if (visit && id && wanted.has('repeat-visit')) {
    const repeats = repeatVisits(visit, id);
    if (repeats.size > 0) {
      reasons.push((row) =>
        repeats.has(row) ? `visit ${textColumn(visit)(row)} of the same cell (retest or rework)` : ''
      );
    }
  }
  return reasons.length === 0 ? null : (row) => firstText(reasons, row);
}

function firstText(reasons: readonly Reason[], row: number): string {
  for (const reason of reasons) {
    const text = reason(row);
    if (text) {
      return text;
    }
  }
  return '';
}

const isTrue = (v: unknown) => v === true || v === 'true' || v === 1;

/** Rows of a later visit whose cell has an earlier one in the same data: only then does a cell count twice. */
function repeatVisits(visit: Field, id: Field): Set<number> {
  const later: number[] = [];
  const ids = new Set<unknown>();
  for (let row = 0; row < visit.values.length; row++) {
    if (Number(visit.values[row]) > 1) {
      later.push(row);
      ids.add(id.values[row]);
    }
  }
  if (later.length === 0) {
    return new Set();
  }
  const first = new Map<unknown, number>();
  for (let row = 0; row < visit.values.length; row++) {
    if (ids.has(id.values[row])) {
      const v = Number(visit.values[row]);
      first.set(id.values[row], Math.min(v, first.get(id.values[row]) ?? Infinity));
    }
  }
  return new Set(later.filter((row) => Number(visit.values[row]) > first.get(id.values[row])!));
}
