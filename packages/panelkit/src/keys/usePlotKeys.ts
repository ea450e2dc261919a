import { type Scene } from '@cellthread/chart';
import { type KeyboardEvent, type MutableRefObject, useCallback, useRef } from 'react';
import type uPlot from 'uplot';

/** Where a key moves to, from an entry of the scene; `null` where it does nothing. */
export function nextEntry(key: string, at: number | null, scene: Scene): number | null {
  const last = scene.points.x.length - 1;
  if (last < 0) {
    return null;
  }
  const marks = scene.marks.map((m) => m.entry);
  switch (key) {
    case 'ArrowRight':
      return at === null ? last : Math.min(last, at + 1);
    case 'ArrowLeft':
      return at === null ? last : Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'n':
    case 'PageDown':
      return marks.find((m) => at === null || m > at) ?? null;
    case 'p':
    case 'PageUp':
      return marks.filter((m) => at === null || m < at).at(-1) ?? null;
    default:
      return null;
  }
}

/**
 * Moves from point to point with the keyboard: arrows, Home, End, n and p for the next and previous signal, Enter to
 * follow, Space to hold the tooltip. The tooltip is the host's: it hears a pointer event at the point.
 */
export function usePlotKeys(scene: Scene, plot: MutableRefObject<uPlot | null>, open: (entry: number) => void) {
  const at = useRef<number | null>(null);
  return useCallback(
    (event: KeyboardEvent) => {
      const u = plot.current;
      if (!u || event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) {
        return;
      }
      if (at.current !== null && at.current >= scene.points.x.length) {
        at.current = null;
      }
      if (event.key === 'Enter' && at.current !== null) {
        open(at.current);
      } else if (event.key === ' ' && at.current !== null) {
        // uPlot takes a click without its press for the end of a drag, and swallows it.
        for (const type of ['mousedown', 'mouseup', 'click']) {
          point(u, scene, at.current, type);
        }
      } else {
        const next = nextEntry(event.key, at.current, scene);
        if (next === null) {
          return;
        }
        at.current = next;
        u.over.scrollIntoView({ block: 'nearest' });
        point(u, scene, next, 'mousemove');
        // The host places a tooltip by the size it had; it knows the new one after it was laid out.
        afterLayout(() => at.current === next && point(u, scene, next, 'mousemove'));
      }
      event.preventDefault();
      event.stopPropagation();
    },
    [scene, plot, open]
  );
}

function afterLayout(work: () => void) {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

function point(u: uPlot, scene: Scene, entry: number, type: string) {
  u.syncRect(true);
  const clientX = u.rect.left + u.valToPos(scene.points.x[entry]!, 'x');
  const clientY = u.rect.top + u.valToPos(scene.points.y[entry]!, 'y');
  // Space asks for the tooltip, never for the traveler: shift tells the click handler so.
  u.over.dispatchEvent(
    new MouseEvent(type, { bubbles: true, clientX, clientY, view: window, shiftKey: type !== 'mousemove' })
  );
}
