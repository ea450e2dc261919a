import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readRun } from './runFile';
import { stackSecret } from './stackSecret';
import { startWorkbench } from './startWorkbench';

const root = join(__dirname, '../..');

interface RuleFile {
  groups: Array<{ rules: Array<{ uid: string }> }>;
}

/** A workbench of the test's own that evaluates some of the provisioned rules, and has told nobody of anything yet. */
export async function tellingWorkbench(...uids: string[]): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cellthread-telling-'));
  cpSync(join(root, 'provisioning'), folder, { recursive: true });
  const file = join(folder, 'alerting/rules.yaml');
  const { groups, ...rest } = parse(readFileSync(file, 'utf8')) as RuleFile;
  const chosen = groups.flatMap((group) => {
    const rules = group.rules.filter(({ uid }) => uids.includes(uid));
    return rules.length > 0 ? [{ ...group, rules }] : [];
  });
  writeFileSync(file, stringify({ ...rest, groups: chosen }));
  const { influx, mqtt } = readRun();
  const workbench = await startWorkbench(influx, {
    flags: ['--provisioning', folder, '--mqtt', mqtt, '--policies', join(root, 'notify/policies.yaml')],
    env: { CELLTHREAD_MQTT_USER: 'grafana', CELLTHREAD_MQTT_PASSWORD: stackSecret('mqtt', 'grafana') },
  });
  return {
    url: workbench.url,
    stop: async () => {
      await workbench.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
