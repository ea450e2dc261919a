import { type Page } from '@playwright/test';

/** Resolves in the page with its own clock (ms since navigation) once charts have been painted and stopped growing. */
export function awaitChart(page: Page): Promise<void> {
  return page
    .waitForFunction(
      () => {
        const canvas = document.querySelector<HTMLCanvasElement>('.uplot canvas');
        if (!canvas?.width || !canvas.height) {
          return false;
        }
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.some((v) => v !== 0);
      },
      null,
      { polling: 'raf', timeout: 600_000 }
    )
    .then(() => undefined);
}
