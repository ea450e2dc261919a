import { random } from '@cellthread/stats';
import { type DataFrame, FieldType } from '@grafana/data';

/** First time of the points, ms since 1970, and how long they last. */
export const span = { from: Date.UTC(2026, 0, 1), ms: 8 * 3_600_000 } as const;

export const limits = { centre: 800, sigma: 1.2, lsl: 790, usl: 810 } as const;

/** Share of the points that lie far outside the control limits. */
const FAR = 0.0005;

/** Times and values of `n` cells: normal around the centre, now and then one far outside; the same in every page. */
export function points(n: number): { times: Float64Array; values: Float64Array } {
  const times = new Float64Array(n);
  const values = new Float64Array(n);
  const uniform = random(12345);
  for (let i = 0; i < n; i++) {
    times[i] = Math.floor(span.from + (span.ms * i) / n);
    const bell = uniform() + uniform() + uniform() + uniform() - 2;
    values[i] = limits.centre + bell * limits.sigma * 1.7 + (uniform() < FAR ? 6 * limits.sigma : 0);
  }
  return { times, values };
}

/** The points as the datasource answers them: visits with their cells, and the limits of the plan. */
export function framesOf({ times, values }: ReturnType<typeof points>): DataFrame[] {
  const n = times.length;
  const field = (name: string, type: FieldType, values: ArrayLike<unknown>) => ({
    name,
    type,
    values: values as unknown[],
    config: {},
  });
  const text = (of: (i: number) => string) => Array.from({ length: n }, (_, i) => of(i));
  const visits = {
    name: 'visits',
    refId: 'A',
    length: n,
    fields: [
      field('time', FieldType.time, Array.from(times)),
      field(
        'cell_id',
        FieldType.string,
        text((i) => `0EPCB1LFP0202AGB5${String(i).padStart(7, '0')}`)
      ),
      field(
        'verdict',
        FieldType.string,
        text(() => 'ok')
      ),
      field(
        'run_type',
        FieldType.string,
        text(() => 'production')
      ),
      field(
        'product',
        FieldType.string,
        text(() => 'lfp-202')
      ),
      field('fill_mass', FieldType.number, Array.from(values)),
    ],
  };
  const row: Record<string, unknown> = {
    characteristic: 'fill_mass',
    product: '*',
    stratum: '*',
    lsl: limits.lsl,
    target: limits.centre,
    usl: limits.usl,
    model: 'normal',
    centre: limits.centre,
    sigma_within: limits.sigma,
    revision: '1',
    status: 'approved',
  };
  const plan = {
    name: 'limits',
    refId: 'A',
    length: 1,
    fields: Object.entries(row).map(([name, value]) =>
      field(name, typeof value === 'number' ? FieldType.number : FieldType.string, [value])
    ),
  };
  return [visits, plan];
}
