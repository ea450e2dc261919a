import { connectAsync } from 'mqtt';
import { readRun } from './runFile';
import { stackSecret } from './stackSecret';

/** A cell that only these tests know: filler-02 fills it, and no other station ever sees it. */
export const lonelyCell = '0EPCB1LFP0202OPENSIGNAL1';

/** What filler-02 reports of a cell, on the stack's broker; resolves when the broker has it. */
export async function reportFilling(cell: string, fillMass: number): Promise<void> {
  const client = await connectAsync(readRun().mqtt, { username: 'station', password: stackSecret('mqtt', 'station') });
  const record = {
    cell_id: cell,
    timestamp_ms: Date.now(),
    visit: 1,
    verdict: 'ok',
    product: 'lfp-202',
    position: 'nozzle-4',
    values: { fill_mass: fillMass },
  };
  await client.publishAsync(
    'umh/v1/cellthread-demo/de1/assembly/line-1/filler-02/_cellresult/filling',
    JSON.stringify(record),
    {
      qos: 1,
    }
  );
  await client.endAsync();
}
