import type { APIRequest } from '@playwright/test';
import { Gate } from './Gate';
import { provisioningOf } from './provisioningOf';
import { startWorkbench } from './startWorkbench';

export interface GatedWorkbench {
  url: string;
  gate: Gate;
  stop: () => Promise<void>;
}

/**
 * A workbench of the test's own on the stack's database, with a gate between that makes the database fail. It has
 * no alert rules: those of the stack read back what they judge by already.
 */
export async function gatedWorkbench(request: APIRequest, baseURL: string | undefined): Promise<GatedWorkbench> {
  const context = await request.newContext({ baseURL });
  const { jsonData } = (await (await context.get('/api/datasources/uid/cellthread')).json()) as {
    jsonData: { servers: [{ url: string }] };
  };
  await context.dispose();
  const { hostname, port } = new URL(jsonData.servers[0].url);
  const gate = new Gate({ host: hostname, port: Number(port) });
  await gate.open();
  const { folder, remove } = provisioningOf();
  const workbench = await startWorkbench(gate.url, { flags: ['--provisioning', folder] });
  return {
    url: workbench.url,
    gate,
    stop: async () => {
      await workbench.stop();
      await gate.close();
      remove();
    },
  };
}
