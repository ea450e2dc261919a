/**
 * What a plot needs of a browser and jsdom has not; to be imported first, since the host looks for it when it is
 * loaded. Nothing is painted, but counted by its kind; the legend has a height.
 */
const counts = { arc: 0, lineTo: 0 };
type Painted = keyof typeof counts;

const canvas = new Proxy<Record<string, unknown>>(
  {},
  {
    get: (set, name: string) => set[name] ?? (name === 'measureText' ? () => ({ width: 0 }) : () => undefined),
    set: (set, name: string, value) => Reflect.set(set, name, value),
  }
);

class Path2D {
  arc = () => void counts.arc++;
  lineTo = () => void counts.lineTo++;
  moveTo = () => undefined;
  rect = () => undefined;
  closePath = () => undefined;
}

class ResizeObserver {
  constructor(private readonly seen: (entries: object[]) => void) {}
  observe(target: Element) {
    this.seen([
      { target, contentRect: { x: 0, y: 0, top: 0, left: 0, right: 600, bottom: 40, width: 600, height: 40 } },
    ]);
  }
  unobserve = () => undefined;
  disconnect = () => undefined;
}

Object.assign(globalThis, { Path2D, ResizeObserver });
HTMLCanvasElement.prototype.getContext = (() => canvas) as unknown as HTMLCanvasElement['getContext'];
HTMLElement.prototype.scrollIntoView = () => undefined;

/** How many of a kind were painted by `work`, once the plot has drawn. */
export async function painted(kind: Painted, work: () => void): Promise<number> {
  const before = counts[kind];
  work();
  await new Promise((drawn) => requestAnimationFrame(drawn));
  return counts[kind] - before;
}
