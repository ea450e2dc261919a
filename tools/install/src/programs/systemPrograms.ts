import { findProgram } from './findProgram';
import { mustRun, runProgram } from '../runProgram';
import { StackError } from '../stackError';
import { type Progress } from '../progress';

/** A program of the operating system: the names it may have, and the Debian package that brings it. */
interface SystemProgram {
  names: string[];
  debian: string;
  why: string;
}

const systemPrograms = {
  mosquitto: { names: ['mosquitto'], debian: 'mosquitto', why: 'the MQTT broker' },
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debian: 'chromium',
    why: 'the browser of the browser tests',
  },
} satisfies Record<string, SystemProgram>;

/** The path of a system program under any of its names. */
export function findSystemProgram(key: keyof typeof systemPrograms): string | undefined {
  return systemPrograms[key].names.map(findProgram).find(Boolean);
}

/** Whether this process may install packages of the system. */
export const mayInstallSystemPrograms = (): boolean => process.getuid?.() === 0 && findProgram('apt-get') !== undefined;

/** Installs missing system programs by apt where this process may, else names them. */
export async function installSystemPrograms(
  progress: Progress,
  keys: Array<keyof typeof systemPrograms>
): Promise<void> {
  const missing = keys.filter((key) => !findSystemProgram(key)).map((key) => systemPrograms[key]);
  if (missing.length === 0) {
    return;
  }
  const packages = missing.map((program) => program.debian);
  if (!mayInstallSystemPrograms()) {
    throw new StackError(
      missing
        .map(
          (p) =>
            `${p.names[0]} (${p.why}) is not installed: install it, on Debian by \`sudo apt-get install ${p.debian}\`.`
        )
        .join('\n')
    );
  }
  await progress.step(`${packages.join(' and ')} installed`, async () => {
    await runProgram('apt-get', ['update']);
    await mustRun('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  });
}
