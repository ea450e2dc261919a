import { type Visit } from '../world/Item';
import { type Moment, type Truth } from './Fault';

/** The items that a fault concerns, while it goes on. */
export class Concerned {
  private readonly numbers = new Map<string, number>();
  private readonly others = new Set<string>();
  /** Those that would be bad without it. */
  private readonly excused = new Set<string>();
  private first?: Moment;
  private outOfSpec?: Moment;

  /** `atMs`: when it was; `bad`: out of spec, or to become so, whatever the fault does. */
  add(item: string, atMs: number, bad = false): void {
    if (this.numbers.has(item)) {
      return;
    }
    this.numbers.set(item, this.numbers.size + 1);
    this.first ??= { item, at_ms: atMs, number: 1 };
    if (bad) {
      this.excused.add(item);
    }
  }

  /** What is no cell, and of which cells are made. */
  addPart(item: string, atMs: number, bad = false): void {
    this.others.add(item);
    this.add(item, atMs, bad);
  }

  hasPart(item: string | undefined): boolean {
    return item !== undefined && this.others.has(item);
  }

  /** Notes the first item whose verdict blames one of these characteristics. */
  judged({ subject: { id }, reason, endMs }: Visit, characteristics: readonly string[]): void {
    const number = this.outOfSpec === undefined && reason !== undefined ? this.numbers.get(id) : undefined;
    if (number === undefined || this.excused.has(id)) {
      return;
    }
    if (reason?.split(' ').some((characteristic) => characteristics.includes(characteristic))) {
      this.outOfSpec = { item: id, at_ms: endMs, number };
    }
  }

  get parts(): string[] {
    return [...this.others];
  }

  /** What the truth says of them. */
  truth(): Pick<Truth, 'cells' | 'first' | 'first_out_of_spec'> {
    const cells = [...this.numbers.keys()].filter((item) => !this.others.has(item));
    return { cells, first: this.first, first_out_of_spec: this.outOfSpec };
  }
}
