import { LoadingState } from '@grafana/data';
import { sceneGraph, type SceneObject, SceneQueryRunner } from '@grafana/scenes';
import { pageBreaks } from './pageBreaks';

/** What lies within the margins of A4 upright (10 mm; `index.html` says so as well), in CSS px. */
const PAPER = { width: 718, height: 1047 };
/** How wide a dashboard is laid out for it, in px: as narrow as its tables take without losing columns. */
const SHEET_WIDTH = 1050;
/** All of a dashboard is in sight there, and one panel that is shown alone fills a page. */
const sheetHeight = (alone: boolean) => (alone ? Math.floor((SHEET_WIDTH * PAPER.height) / PAPER.width) : 8000);
/** How long is waited for panels, ms. */
const PATIENCE = 30_000;

/** The parameter by which a page prints itself once it is there. */
export const PRINTED = 'print';

const FRAME = 'printed-sheet';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Prints this page as a sheet: the same in light colours, laid out for paper, in a frame beside it. */
export function printSheet(): void {
  const url = new URL(window.location.href);
  for (const [name, value] of [
    ['theme', 'light'],
    ['kiosk', 'true'],
    [PRINTED, 'true'],
  ] as const) {
    url.searchParams.set(name, value);
  }
  const height = sheetHeight(url.searchParams.has('viewPanel'));
  document.getElementById(FRAME)?.remove(); // of a sheet that is not printed yet
  const frame = document.createElement('iframe');
  frame.id = FRAME;
  frame.style.cssText = `position: fixed; left: -${2 * SHEET_WIDTH}px; width: ${SHEET_WIDTH}px; height: ${height}px; border: 0`;
  frame.setAttribute('aria-hidden', 'true');
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
  });
  frame.src = url.href;
  document.body.append(frame);
}

/** Prints the page once its panels are there, or some time has passed: what failed or is late may still come. */
export async function printWhenThere(scene: SceneObject): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 500) {
    await pause(500);
    if (waited >= 2000 && areThere(scene)) {
      break;
    }
  }
  await pause(500); // what came is drawn
  window.print();
}

function areThere(scene: SceneObject): boolean {
  return sceneGraph
    .findAllObjects(scene, (object) => object instanceof SceneQueryRunner && object.isActive)
    .every((runner) => {
      const state = (runner as SceneQueryRunner).state.data?.state;
      return state === LoadingState.Done || state === LoadingState.Streaming;
    });
}

/** Whatever is printed is as wide as the paper, and breaks pages between panels. Gives what ends that. */
export function fitToPaper(): () => void {
  window.addEventListener('beforeprint', fit);
  window.addEventListener('afterprint', unfit);
  return () => {
    window.removeEventListener('beforeprint', fit);
    window.removeEventListener('afterprint', unfit);
  };
}

function fit(): void {
  const main = document.querySelector('main');
  if (!main) {
    return;
  }
  const { width, top } = main.getBoundingClientRect();
  document.documentElement.style.setProperty('--paper-width', `${width}px`);
  document.documentElement.style.setProperty('--paper-zoom', String(PAPER.width / width));
  const begin = top + parseFloat(getComputedStyle(main).paddingTop); // on paper there is no padding
  for (const grid of main.querySelectorAll<HTMLElement>('.react-grid-layout')) {
    const items = [...grid.querySelectorAll<HTMLElement>(':scope > .react-grid-item')];
    const placed = items.map((item) => {
      const at = item.getBoundingClientRect();
      return { top: Math.round(at.top - begin), height: Math.floor(at.height) };
    });
    const shifts = pageBreaks(placed, (PAPER.height * width) / PAPER.width);
    items.forEach((item, i) => item.style.setProperty('top', `${shifts[i]}px`));
    grid.style.setProperty('padding-bottom', `${Math.max(0, ...shifts)}px`);
  }
}

function unfit(): void {
  for (const moved of document.querySelectorAll<HTMLElement>('main .react-grid-layout, main .react-grid-item')) {
    moved.style.removeProperty('top');
    moved.style.removeProperty('padding-bottom');
  }
}
