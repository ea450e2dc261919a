interface Task {
  at: number;
  order: number;
  run: () => void;
}

const before = (a: Task, b: Task): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Tasks by time (ms); those of the same time in the order they were added. Binary heap. */
export class TaskQueue {
  private readonly heap: Task[] = [];
  private added = 0;

  get size(): number {
    return this.heap.length;
  }

  add(at: number, run: () => void): void {
    const { heap } = this;
    const task = { at, order: this.added++, run };
    let i = heap.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent] as Task;
      if (!before(task, above)) {
        break;
      }
      heap[i] = above;
      i = parent;
    }
    heap[i] = task;
  }

  /** Time of the next task, Infinity when there is none. */
  nextAt(): number {
    return this.heap[0]?.at ?? Infinity;
  }

  /** Takes the next task out; undefined when there is none. */
  take(): { at: number; run: () => void } | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) {
      return first;
    }
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && before(heap[child + 1] as Task, heap[child] as Task)) {
        child += 1;
      }
      if (!before(heap[child] as Task, last)) {
        break;
      }
      heap[i] = heap[child] as Task;
      i = child;
    }
    heap[i] = last;
    return first;
  }
}
