import { spawn } from 'node:child_process';
import { findProgram } from '@cellthread/install';

/** Opens an address in the user's browser where there is a desktop; elsewhere the printed address must do. */
export function openBrowser(url: string): void {
  const hasDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const program = findProgram(opener);
  if (hasDesktop && program) {
    spawn(program, [url], { stdio: 'ignore', detached: true })
      .once('error', () => undefined)
      .unref();
  }
}
