import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { InfluxError } from '../influx';
import { AtRest, type Look } from './atRest';
import { curveLine } from './curveRow';
import { type Decoded, decodeText } from './decodeText';
import { layouts } from './layouts/layouts';
import { places, type Place, putAside } from './putAside';
import { readExport, type ReadExport, type ReadSettings } from './readExport';
import type { Refusal } from './rejectedLine';

export interface InboxOptions {
  folder: string;
  /** A file is read when it has not changed for this long. */
  rest_ms: number;
  settings: (now_ms: number) => ReadSettings;
  /** Stores lines of `curve`; throws an InfluxError of status 400 if the database never will take them, else if not now. */
  store: (lines: string[]) => Promise<void>;
  /** Stores rows of `rejected`. */
  refuse: (refusals: Refusal[]) => Promise<void>;
}

/** Larger files are refused before they are read. */
export const largest = 64 * 1024 * 1024;

/** What waits for another file, or for its own name, is waited for this many times as long as a file has to be at rest. */
const patience = 60;

/** A copy on its way, as programs that copy name it: the last rename makes it a file. */
const isOnItsWay = (name: string): boolean => /\.(part|filepart|partial|tmp|crdownload)$|~$/i.test(name);
const isSideFile = (name: string): boolean => layouts.some((layout) => layout.isSideFile?.(name));

/** The folder that exports of cyclers are copied into. */
export class Inbox {
  private readonly atRest: AtRest;
  /** What lies there and is not read, told once. */
  private readonly told = new Set<string>();
  /** Files that were read and could not be put aside: they are not read again until they change. */
  private readonly handled = new Map<string, Look & { files: string[]; place: Place }>();

  constructor(private readonly options: InboxOptions) {
    this.atRest = new AtRest(options.rest_ms);
  }

  /**
   * Reads every file that is at rest, in order of names. A file is put aside when its rows are stored, never before: after a
   * kill it is read again, into the same rows.
   * @returns how many were put aside.
   * @throws what `store` or `refuse` throws; the file stays where it is.
   */
  async round(now_ms: number): Promise<number> {
    await this.tellOthers();
    const names = this.names();
    this.atRest.keep(new Set(names));
    const rested = new Map<string, number>();
    let done = 0;
    for (const name of names) {
      done += await this.guarded(name, async () => {
        rested.set(name, this.atRest.look(name, this.look(name), now_ms));
        return 0;
      });
    }
    for (const name of names) {
      const ms = rested.get(name) ?? -1;
      if (ms >= 0) {
        done += await this.guarded(name, () =>
          isSideFile(name) || isOnItsWay(name) ? this.leftOver(name, ms) : this.read(name, rested, now_ms)
        );
      }
    }
    return done;
  }

  private names(): string[] {
    return this.entries()
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  }

  /** What lies in the folder, but for what a system hides there. */
  private entries(): Dirent[] {
    return readdirSync(this.options.folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  }

  /** Folders and links are not followed: whoever copied one in must hear of it. */
  private async tellOthers(): Promise<void> {
    for (const entry of this.entries()) {
      const own = entry.isDirectory() && (places as readonly string[]).includes(entry.name);
      if (!entry.isFile() && !own) {
        await this.tellOnce(
          entry.name,
          `it is a ${entry.isDirectory() ? 'folder' : 'link'}: copy the files themselves`
        );
      }
    }
  }

  private async tellOnce(name: string, problem: string): Promise<void> {
    if (!this.told.has(name)) {
      await this.options.refuse([{ file: name, problem, shown: '' }]);
      this.told.add(name);
    }
  }

  /** A file that cannot be opened or moved costs only itself. */
  private async guarded(name: string, work: () => Promise<number>): Promise<number> {
    try {
      return await work();
    } catch (error) {
      const { syscall, code } = error as NodeJS.ErrnoException;
      if (syscall === undefined) {
        throw error;
      }
      if (code !== 'ENOENT') {
        const what = `it cannot be read or put aside (${syscall}: ${code})`;
        await this.tellOnce(name, `${what}: check the permissions of the folder and the file`);
      }
      return 0;
    }
  }

  private look(name: string): Look {
    const { size, mtimeMs } = statSync(path.join(this.options.folder, name));
    return { size, modified_ms: mtimeMs };
  }

  private async read(name: string, rested: ReadonlyMap<string, number>, now_ms: number): Promise<number> {
    const side = this.sideOf(name);
    if (side !== undefined && (rested.get(side) ?? -1) < 0) {
      return 0;
    }
    const before = this.look(name);
    const handled = this.handled.get(name);
    if (handled && handled.size === before.size && handled.modified_ms === before.modified_ms) {
      return this.putAside(name, handled.files, handled.place);
    }
    const result: ReadExport =
      before.size > largest ? tooLarge(before.size) : this.understand(name, side, before.modified_ms, now_ms);
    if ('problem' in result) {
      if (result.incomplete && (rested.get(name) ?? 0) < this.options.rest_ms) {
        return 0;
      }
      await this.options.refuse([{ file: name, problem: result.problem, shown: result.shown }]);
    } else {
      const notes = [...result.notes, ...(await this.store(result.rows.map(curveLine)))];
      await this.options.refuse(notes.map((note) => ({ file: name, ...note })));
    }
    const after = this.look(name);
    if (after.size !== before.size || after.modified_ms !== before.modified_ms) {
      return 0; // it grew while it was read: it is read again when it rests, into the same rows and more
    }
    const place = 'problem' in result ? 'failed' : 'finished';
    const files = side === undefined ? [name] : [name, side];
    this.handled.set(name, { ...before, files, place });
    return this.putAside(name, files, place);
  }

  private putAside(name: string, files: string[], place: Place): number {
    files
      .filter((file) => existsSync(path.join(this.options.folder, file)))
      .forEach((file) => putAside(this.options.folder, file, place));
    this.handled.delete(name);
    return files.length;
  }

  /** @returns what the database says of lines that it does not take. */
  private async store(lines: string[]): Promise<Array<{ problem: string; shown: string }>> {
    try {
      await this.options.store(lines);
      return [];
    } catch (error) {
      if (error instanceof InfluxError && error.status === 400) {
        return [{ problem: `not all of it was stored: ${error.message}`, shown: '' }];
      }
      throw error;
    }
  }

  private understand(name: string, side: string | undefined, modified_ms: number, now_ms: number): ReadExport {
    const text = this.text(name);
    const sideText = side === undefined ? undefined : this.text(side);
    if ('problem' in text) {
      return { problem: text.problem, shown: '' };
    }
    if (sideText && 'problem' in sideText) {
      return { problem: `${side}: ${sideText.problem}`, shown: '' };
    }
    const file = { name, text: text.text, side: sideText?.text, modified_ms };
    try {
      return readExport(file, this.options.settings(now_ms));
    } catch (error) {
      // A fault of ours must cost this file only, and be heard of.
      return { problem: `reading it failed, which is a fault of Cellthread: ${(error as Error).message}`, shown: '' };
    }
  }

  private text(name: string): Decoded {
    return decodeText(readFileSync(path.join(this.options.folder, name)));
  }

  /** The file beside it that belongs to it. */
  private sideOf(name: string): string | undefined {
    const wanted = layouts.flatMap((layout) => layout.sideFile?.(name) ?? []);
    return wanted.find((side) => existsSync(path.join(this.options.folder, side)));
  }

  /** A side file whose export never came, or a copy that never got its name. */
  private async leftOver(name: string, rested_ms: number): Promise<number> {
    if (rested_ms < patience * this.options.rest_ms || !existsSync(path.join(this.options.folder, name))) {
      return 0;
    }
    const problem = isSideFile(name)
      ? 'the export that it belongs to did not come'
      : 'it has the name of a copy on its way, and nothing came any more';
    await this.options.refuse([{ file: name, problem, shown: '' }]);
    putAside(this.options.folder, name, 'failed');
    return 1;
  }
}

function tooLarge(size: number): { problem: string; shown: string } {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  return {
    problem: `it has ${megabytes(size)} MB, more than the ${megabytes(largest)} MB that are read: export it in parts`,
    shown: '',
  };
}
