import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { type Heard } from '../told/Told';

/** One line of the file: what was heard, and the beginning of the world that heard it. */
interface Remembered {
  world: number;
  heard: Heard;
}

/**
 * What a world was told, one line each, beside the state file (`<state>.heard`): a restart hears it again at the same moments.
 * Each is written before the line does anything about it.
 */
export class Memory {
  private readonly path?: string;

  /** @param state path of the state file; none: nothing is remembered */
  constructor(
    state: string | undefined,
    private readonly world: number
  ) {
    this.path = state === undefined ? undefined : `${state}.heard`;
  }

  /** What this world was told before. Lines of another world, and one that was cut off, are left out. */
  read(): Heard[] {
    if (this.path === undefined || !existsSync(this.path)) {
      return [];
    }
    const heard = readFileSync(this.path, 'utf8')
      .split('\n')
      .flatMap((line) => remembered(line))
      .filter(({ world }) => world === this.world)
      .map((one) => one.heard);
    if (heard.length === 0) {
      rmSync(this.path);
    }
    return heard;
  }

  add(heard: Heard): void {
    if (this.path !== undefined) {
      const line: Remembered = { world: this.world, heard };
      appendFileSync(this.path, `${JSON.stringify(line)}\n`);
    }
  }
}

function remembered(line: string): Remembered[] {
  try {
    return [JSON.parse(line) as Remembered];
  } catch {
    return [];
  }
}
