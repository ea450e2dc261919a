/** What is seen of a file without reading it. */
export interface Look {
  size: number;
  modified_ms: number;
}

/** Remembers since when each file is the same, so that one that is still being written is not read. */
export class AtRest {
  private readonly seen = new Map<string, Look & { since_ms: number }>();

  constructor(private readonly rest_ms: number) {}

  /**
   * Looks at a file. @returns for how many ms more than needed it has been at rest: neither size nor time of writing has
   * changed while it was watched, and it was written that long ago. Negative: not yet.
   */
  look(name: string, { size, modified_ms }: Look, now_ms: number): number {
    const before = this.seen.get(name);
    const same = before?.size === size && before.modified_ms === modified_ms;
    const since_ms = same ? before.since_ms : now_ms;
    this.seen.set(name, { size, modified_ms, since_ms });
    // A clock of another machine may be ahead: then only watching counts.
    const written = modified_ms > now_ms ? since_ms : modified_ms;
    return now_ms - Math.max(since_ms, written) - this.rest_ms;
  }

  /** Forgets files that are no longer there. */
  keep(names: ReadonlySet<string>): void {
    for (const name of this.seen.keys()) {
      if (!names.has(name)) {
        this.seen.delete(name);
      }
    }
  }
}
