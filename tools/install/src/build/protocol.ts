import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pluginDir, root } from '../paths';
import { requireGo } from '../programs/goPrograms';
import { mustRun } from '../runProgram';
import { unlessFresh } from './freshness';

const SDK = 'github.com/grafana/grafana-plugin-sdk-go';

/** Where the workbench reads how Grafana and a plugin's backend speak with each other. */
const protocol = path.join(root, 'workbench/server/dist/backend.proto');

/** Copies the protocol out of the SDK's module, of the version that the backend is built with. */
export async function takeProtocol(): Promise<void> {
  await unlessFresh('protocol', { outputs: [protocol], inputs: [path.join(pluginDir, 'go.mod')] }, async () => {
    requireGo();
    const { Dir } = JSON.parse(await mustRun('go', ['mod', 'download', '-json', SDK], { cwd: pluginDir })) as {
      Dir: string;
    };
    mkdirSync(path.dirname(protocol), { recursive: true });
    writeFileSync(protocol, readFileSync(path.join(Dir, 'proto/backend.proto')));
  });
}
