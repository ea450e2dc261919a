const MOVES = 150;

/** Frame times and the time of the handlers while the pointer crosses a chart, ms, one each move. */
export async function hover(over: Element): Promise<{ frames: number[]; handlers: number[]; tooltips: number }> {
  const box = over.getBoundingClientRect();
  const frames: number[] = [];
  const handlers: number[] = [];
  let tooltips = 0;
  let last = 0;
  const at = (i: number) => ({
    bubbles: true,
    clientX: box.left + 20 + ((box.width - 40) * i) / MOVES,
    clientY: box.top + box.height * (0.5 + 0.1 * Math.sin(i)),
    movementX: 3,
    movementY: 1,
  });
  over.dispatchEvent(new MouseEvent('mouseenter', at(0)));
  for (let i = 0; i < MOVES; i++) {
    const now = await new Promise<number>(requestAnimationFrame);
    if (last) {
      frames.push(now - last);
    }
    last = now;
    const began = performance.now();
    over.dispatchEvent(new MouseEvent('mousemove', at(i)));
    handlers.push(performance.now() - began);
    tooltips += document.querySelector('[data-testid*="tooltip" i], [id^="portal"] .u-tooltip') ? 1 : 0;
  }
  return { frames, handlers, tooltips };
}
