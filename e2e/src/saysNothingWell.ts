import { expect, type Page } from '@playwright/test';

/** What a panel shows below its header: its words, and the colours of everything in it that has text. */
interface Shown {
  title: string;
  text: string;
  colours: string[];
  charts: number;
}

/**
 * That something cannot be read, what (where the panel says it), and why; or that a data source without a login to write stores nothing,
 * which is so whatever the database does.
 */
const unread =
  /(Proposed changes cannot be read|You may not enter values\sThis data source stores nothing: |No values can be entered here\sWhat you may do is not known: |Cannot be read).*/s;

/**
 * Every panel of the page says that it cannot be read: none shows a number, a chart, a word of an empty answer, or green.
 * Waits until the last one that was loading has given up.
 */
export async function saysNothingWell(page: Page): Promise<void> {
  await expect(async () => {
    const panels = await page.evaluate(look);
    expect(panels.length, page.url()).toBeGreaterThan(0);
    for (const { title, text, colours, charts } of panels) {
      const where = `${page.url()} ${title}: ${text}`;
      expect(text, where).toMatch(unread);
      expect(text.replace(unread, ''), where).toBe('');
      expect(charts, where).toBe(0);
      expect(colours.filter(isGreen), where).toEqual([]);
    }
  }).toPass({ timeout: 60_000, intervals: [1_000] });
}

function look(): Shown[] {
  return [...document.querySelectorAll('[data-testid^="data-testid Panel header"]')].map((panel) => {
    const content = panel.querySelector('[data-testid="data-testid panel content"]');
    const inside = [...(content?.querySelectorAll('*') ?? [])];
    return {
      title: panel.getAttribute('data-testid') ?? '',
      text: (content as HTMLElement | null)?.innerText.trim() ?? '',
      colours: inside
        .filter((element) => element.textContent)
        .flatMap((element) => {
          const { color, backgroundColor, backgroundImage } = getComputedStyle(element);
          return [color, backgroundColor, ...(backgroundImage.match(/rgba?\([^)]*\)/g) ?? [])];
        }),
      charts: content?.querySelectorAll('canvas').length ?? 0,
    };
  });
}

/** Whether a CSS colour is seen as green. */
function isGreen(colour: string): boolean {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha > 0.1 && green > 90 && green > red * 1.3 && green > blue * 1.3;
}
