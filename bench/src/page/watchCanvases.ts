/** Notes when canvases are drawn on. */
export interface CanvasWatch {
  /** Resolves once this many canvases have been drawn, with the time when their pixels were there. */
  painted(canvases: number): Promise<number>;
  /** Resolves when nothing is being worked on and nothing was drawn for a while, with the time of the last drawing. */
  quiet(): Promise<number>;
  draws(): number;
  /** Resolves once there were more draws than these. */
  drawnSince(draws: number): Promise<void>;
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const QUIET_MS = 400;

/** Listens to every line that is stroked on a canvas in the document from now on. */
export function watchCanvases(): CanvasWatch {
  const drawn = new Set<HTMLCanvasElement>();
  let last = performance.now();
  let draws = 0;
  const stroke = CanvasRenderingContext2D.prototype.stroke;
  CanvasRenderingContext2D.prototype.stroke = function (this: CanvasRenderingContext2D, path?: Path2D) {
    if (path) {
      stroke.call(this, path);
    } else {
      (stroke as () => void).call(this);
    }
    if (this.canvas.isConnected) {
      drawn.add(this.canvas);
    }
    draws++;
    last = performance.now();
  };
  return {
    async painted(canvases) {
      while ([...drawn].filter((canvas) => canvas.isConnected).length < canvases) {
        await nextFrame();
      }
      await nextFrame();
      // Reading a pixel waits until what was asked for has been rastered.
      drawn.forEach((canvas) => canvas.isConnected && canvas.getContext('2d')?.getImageData(0, 0, 1, 1));
      return performance.now();
    },
    async quiet() {
      while (document.querySelector('[aria-busy="true"]') || performance.now() - last < QUIET_MS) {
        await nextFrame();
      }
      return last;
    },
    draws: () => draws,
    async drawnSince(before) {
      while (draws === before) {
        await nextFrame();
      }
    },
  };
}
