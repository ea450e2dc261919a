import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../log';
import type { SavedGroup } from './notifications/Group';
import type { InboxMessage } from './notifications/Inbox';
import type { Instance } from './states/Instance';

/** What has to outlive a restart, so that nobody is told twice and nobody waits for an end. */
export interface SavedAlerting {
  /** Instances by uid of their rule. */
  instances: Record<string, Instance[]>;
  /** By the key of the group. */
  groups: Record<string, SavedGroup>;
  inbox: { count: number; messages: InboxMessage[] };
}

/** A file that holds the state of alerting; without a path nothing is kept. */
export class StateFile {
  private failed = false;

  constructor(
    private readonly file: string | undefined,
    private readonly log: Log
  ) {}

  /** What was saved last; undefined where there is nothing, or nothing that can be read. */
  read(): SavedAlerting | undefined {
    if (!this.file || !existsSync(this.file)) {
      return undefined;
    }
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as SavedAlerting;
    } catch (error) {
      this.log('warn', `${this.file} cannot be read, what still fires is told again: ${(error as Error).message}`);
      return undefined;
    }
  }

  /** Writes in one step, for its owner alone. A full disk costs the memory of a restart, not the alerts. */
  write(saved: SavedAlerting): void {
    if (!this.file) {
      return;
    }
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(`${this.file}.new`, JSON.stringify(saved), { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
      this.failed = false;
    } catch (error) {
      if (!this.failed) {
        this.log('error', `${this.file} cannot be written: ${(error as Error).message}`);
      }
      this.failed = true;
    }
  }
}
