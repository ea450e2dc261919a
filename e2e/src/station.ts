import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';

/** The stack's addresses: the file that CELLTHREAD_RUN names, else the one of `npm run demo` in this checkout. */
function broker(): string {
  const file = process.env.CELLTHREAD_RUN ?? join(__dirname, '../../.cellthread/run.json');
  if (!existsSync(file)) {
    throw new Error(
      `This test speaks as a station: set CELLTHREAD_RUN to the run.json of the stack (${file} is not there).`
    );
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as { mqtt: string }).mqtt;
}

/** A cell that only these tests know: filler-02 fills it, and no other station ever sees it. */
export const lonelyCell = '0EPCB1LFP0202OPENSIGNAL1';

/** What filler-02 reports of a cell, on the stack's broker; resolves when the broker has it. */
export async function reportFilling(cell: string, fillMass: number): Promise<void> {
  const client = await connectAsync(broker());
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
