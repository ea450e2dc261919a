import { drawChart, normals, random } from '@cellthread/stats';

/** Time and heap of I-MR with all eight Nelson rules on 10³ … 10⁶ points; run with `node --expose-gc --import tsx`. */
function main(): void {
  const draw = normals(random(1));
  const collect = (globalThis as { gc?: () => void }).gc;
  process.stdout.write('points  ms (best of 7)  ns a point  heap a point (bytes)  signals\n');
  for (const n of [1e3, 1e4, 1e5, 1e6]) {
    const values = Float64Array.from({ length: n }, draw);
    let best = Infinity;
    let heap = NaN;
    let signals = 0;
    for (let i = 0; i < 7; i++) {
      collect?.();
      const before = process.memoryUsage().heapUsed;
      const start = performance.now();
      const drawn = drawChart('i-mr', { data: { values }, rules: ['nelson'] });
      best = Math.min(best, performance.now() - start);
      // Typed arrays live outside the heap: what is left is objects, one a signal.
      heap = (process.memoryUsage().heapUsed - before) / n;
      signals = drawn.parts!.reduce((sum, part) => sum + part.signals.length, 0);
    }
    const each = ((best * 1e6) / n).toFixed(0);
    process.stdout.write(`${n}  ${best.toFixed(2)}  ${each}  ${heap.toFixed(1)}  ${signals}\n`);
  }
}

main();
