/** A cell result as a filling station of the plan sends it. */
export function record(cell: string, sourceMs: number, more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    cell_id: cell,
    timestamp_ms: sourceMs,
    started_ms: sourceMs - 7000,
    visit: 1,
    verdict: 'ok',
    run_type: 'production',
    product: 'lfp-202',
    operator: 'op-07',
    shift: 'B',
    recipe: 'fill-800',
    recipe_version: '3',
    work_order: 'WO-5512',
    carrier: 'TRAY-00412',
    position: 'nozzle-4',
    lots: { electrolyte: 'EL-2291' },
    values: { fill_mass: 799.8, fill_vacuum: 4.9 },
    ...more,
  });
}

export const topicOf = (equipment: string, station = 'filling') =>
  `umh/v1/acme/de1/assembly/l1/${equipment}/_cellresult/${station}`;
