import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { type Plan, planChanges, type PlanContent, planRows, type PlanRow, type PushResult } from '@cellthread/plan';
import type { InfluxAccess } from '../influx';
import { readMoment } from '../readOptions';
import { storedRows } from './storedRows';
import { requireStoredTypes } from './storedTypes';

/** Origin of what only holds of simulated records: a push of a plan alone leaves it as it is. */
const simulationOrigin = 'simulation';

function compressedRow(text: string): PlanContent {
  const value = Number(text);
  if (!(value >= 1 && Number.isFinite(value))) {
    throw new Error(
      `--compressed ${text}: say by what the simulator divides the times of trays, 1 or more, for example 150`
    );
  }
  return { measurement: 'setting', tags: { name: 'compressed' }, fields: { value: String(value) } };
}

/** What a push of a plan would write, and beside what. */
export interface Changes extends PushResult {
  effective_s: number;
  stored: PlanRow[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The first push takes effect when the plan says, so that it covers what was made before; later ones at once. */
function effectiveSeconds(stated: string | undefined, plan: Plan, stored: readonly PlanRow[], now_ms: number): number {
  const first = stored.length === 0 ? plan.header.effective_from : undefined;
  const text = stated ?? first;
  return Math.floor((text === undefined ? now_ms : readMoment('effective-from', text)) / 1000);
}

/**
 * Compares a plan with the rows of the databases of a prefix; writes nothing.
 * @throws Error if the plan's types are not those that values are stored with.
 */
export async function changesOf(
  plan: Plan,
  access: InfluxAccess,
  values: {
    'database-prefix': string;
    'effective-from'?: string;
    author?: string;
    reason?: string;
    compressed?: string;
  }
): Promise<Changes> {
  const prefix = values['database-prefix'];
  await requireStoredTypes(access, `${prefix}visits`, plan);
  const stored = await storedRows(access, `${prefix}record`);
  const recorded_ms = Date.now();
  const effective_s = effectiveSeconds(values['effective-from'], plan, stored, recorded_ms);
  const input = {
    stored,
    effective_s,
    recorded_ms,
    author: values.author ?? userInfo().username,
    reason: values.reason ?? '',
    hash: sha256,
  };
  const result = planChanges({ ...input, desired: planRows(plan) });
  if (values.compressed === undefined) {
    return { ...result, effective_s, stored };
  }
  const simulated = planChanges({ ...input, desired: [compressedRow(values.compressed)], origin: simulationOrigin });
  return { ...result, rows: [...result.rows, ...simulated.rows], effective_s, stored };
}

/** Whole seconds as ISO 8601. */
export const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** What rows that take effect later will do to those pushed now; nothing where there are none. */
export function laterText({ later }: PushResult): string[] {
  if (later.length === 0) {
    return [];
  }
  const first = iso(Math.min(...later.map((row) => row.effective_s)));
  return [
    `${later.length} rows pushed before take effect later (from ${first}) and replace these then; ` +
      'push once more without --effective-from to make this plan hold from now on.',
  ];
}
