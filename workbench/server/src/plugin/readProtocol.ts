import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';

const file = fileURLToPath(new URL('../../dist/backend.proto', import.meta.url));

/** The protocol between Grafana and a plugin's backend, as the build took it from the SDK. */
export function readProtocol(): PackageDefinition {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: \`npm run build\` takes it from the SDK of the backend.`);
  }
  return loadSync(file, { keepCase: true, longs: Number, enums: String, defaults: true });
}
