import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findProgram } from './findProgram';
import { binDir, root } from '../paths';
import { mustRun } from '../runProgram';
import { StackError } from '../stackError';
import { type Progress } from '../progress';

/** A program that is built from the Go module proxy at a pinned version when the machine lacks it. */
interface GoProgram {
  name: 'influxd' | 'telegraf' | 'golangci-lint';
  module: string;
  version: string;
  hint: string;
  tags?: () => string;
}

const programs: GoProgram[] = [
  {
    name: 'influxd',
    module: 'github.com/influxdata/influxdb/cmd/influxd',
    version: 'v1.8.10',
    hint: 'a minute and a half',
  },
  {
    name: 'telegraf',
    module: 'github.com/influxdata/telegraf/cmd/telegraf',
    version: 'v1.39.3',
    hint: 'two minutes',
    tags: () => readFileSync(path.join(root, 'telegraf/build-tags.txt'), 'utf8').trim().split(/\s+/).join(','),
  },
  {
    name: 'golangci-lint',
    module: 'github.com/golangci/golangci-lint/v2/cmd/golangci-lint',
    version: 'v2.15.0',
    hint: 'three minutes',
  },
];

/** Builds programs below `.cellthread/bin` unless they are found. */
export async function installGoPrograms(progress: Progress, names: Array<GoProgram['name']>): Promise<void> {
  for (const program of programs.filter(({ name }) => names.includes(name))) {
    if (findProgram(program.name) && !isOutdated(program)) {
      continue;
    }
    requireGo();
    await mkdir(binDir, { recursive: true });
    await progress.step(`${program.name} ${program.version} built`, async (note) => {
      note(`about ${program.hint}`);
      const tags = program.tags ? ['-tags', program.tags()] : [];
      await mustRun('go', ['install', ...tags, `${program.module}@${program.version}`], {
        env: { GOBIN: binDir, CGO_ENABLED: '0', GOFLAGS: '' },
      });
      if (program.tags) {
        writeFileSync(tagsOf(program), program.tags());
      }
      note('');
    });
  }
}

/** Whether a program was built here with other plugins than are wanted now. */
function isOutdated({ name, tags }: GoProgram): boolean {
  const note = tagsOf({ name });
  const builtHere = tags !== undefined && existsSync(path.join(binDir, name));
  return builtHere && !(existsSync(note) && readFileSync(note, 'utf8') === tags());
}

/** Where the tags of a program that was built here are noted. */
const tagsOf = ({ name }: Pick<GoProgram, 'name'>) => path.join(binDir, `${name}.tags`);

/** Throws a sentence when Go is missing. */
export function requireGo(): void {
  if (!findProgram('go')) {
    throw new StackError(
      'Go is not installed: the datasource is built with it. Install Go 1.26 or newer from https://go.dev/dl.'
    );
  }
}
