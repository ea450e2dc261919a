import { join } from 'node:path';
import { provisioningOf } from './provisioningOf';
import { readRun } from './runFile';
import { stackSecret } from './stackSecret';
import { startWorkbench } from './startWorkbench';

const policies = join(__dirname, '../../notify/policies.yaml');

/** A workbench of the test's own that evaluates some of the provisioned rules, and has told nobody of anything yet. */
export async function tellingWorkbench(...uids: string[]): Promise<{ url: string; stop: () => Promise<void> }> {
  const { folder, remove } = provisioningOf(...uids);
  const { influx, mqtt } = readRun();
  const workbench = await startWorkbench(influx, {
    flags: ['--provisioning', folder, '--mqtt', mqtt, '--policies', policies],
    env: { CELLTHREAD_MQTT_USER: 'grafana', CELLTHREAD_MQTT_PASSWORD: stackSecret('mqtt', 'grafana') },
  });
  return {
    url: workbench.url,
    stop: async () => {
      await workbench.stop();
      remove();
    },
  };
}
