import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPluginBinary } from '../src/findPluginBinary';
import { startWorkbench, type RunningWorkbench, type WorkbenchOptions } from '../src/startWorkbench';

/** The checkout. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The datasource's real backend. */
export const pluginBinary = findPluginBinary(join(root, 'plugins'));

/** A folder of its own with these files (path → content). */
export function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-test-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A workbench on a free port with the real backend; provisioning is empty unless given. */
export function realWorkbench(options: Partial<WorkbenchOptions> = {}): Promise<RunningWorkbench> {
  return startWorkbench({
    port: 0,
    pluginBinary,
    provisioningDir: folderWith({}),
    pageDir: folderWith({}),
    ...options,
  });
}

/** Waits until `ready` gives something; fails after half a minute with what was awaited. */
export async function eventually<T>(what: string, ready: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const value = await ready();
    if (value !== undefined && value !== false) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`waited half a minute for: ${what}`);
    }
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** Whether a process runs. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A question to `/api/ds/query` about one query of the datasource `cellthread`. */
export const ask = (query: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    from: 'now-1h',
    to: 'now',
    queries: [{ refId: 'A', datasource: { uid: 'cellthread' }, intervalMs: 1000, maxDataPoints: 100, ...query }],
  }),
});
