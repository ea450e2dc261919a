import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** jsdom lays nothing out; without a size the list of a Combobox stays empty. */
export function giveElementsASize() {
  Object.assign(globalThis, { IntersectionObserver: NoObserver, ResizeObserver: NoObserver });
  const box = { width: 400, height: 400, top: 0, left: 0, bottom: 400, right: 400, x: 0, y: 0 };
  Object.defineProperty(Element.prototype, 'getBoundingClientRect', {
    configurable: true,
    value: () => ({ ...box, toJSON: () => box }),
  });
  for (const side of ['clientHeight', 'clientWidth', 'offsetHeight', 'offsetWidth']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 400 });
  }
  HTMLCanvasElement.prototype.getContext = (() => ({
    measureText: (text: string) => ({ width: text.length * 7 }),
  })) as unknown as HTMLCanvasElement['getContext'];
}

// Roles and names of a whole page are slow to compute; labels and attributes are not.
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const field = (label: string, nth = 0) => screen.getAllByLabelText(label)[nth] as HTMLElement;

function option(label: string | RegExp): HTMLElement {
  const options = [...document.querySelectorAll<HTMLElement>('[role=option]')];
  const fits = ({ textContent }: HTMLElement) =>
    typeof label === 'string' ? textContent === label : label.test(textContent ?? '');
  const found = options.find(fits);
  if (!found) {
    throw new Error(`no option ${label} among ${options.map(({ textContent }) => textContent).join(' | ')}`);
  }
  return found;
}

/** A list for several values stays open; Escape in a closed one would clear it. */
async function closed(element: HTMLElement) {
  if (element.getAttribute('aria-expanded') === 'true') {
    await user.keyboard('{Escape}');
  }
}

/** Opens the nth field of that name and picks an option by its text: label, then description. */
export async function pick(label: string, text: string | RegExp, nth = 0) {
  await user.click(field(label, nth));
  await user.click(await waitFor(() => option(text)));
  await closed(field(label, nth));
}

/** Types into the nth field of that name and takes the text as it is. */
export async function typeInto(label: string, text: string, nth = 0) {
  await user.click(field(label, nth));
  await user.type(field(label, nth), text);
  await user.click(await waitFor(() => option(new RegExp(`^${text}`))));
  await closed(field(label, nth));
}

/** What the nth field of that name shows, once it does. */
export const shows = (label: string, text: string, nth = 0) =>
  waitFor(() => expect((field(label, nth) as HTMLInputElement).value).toBe(text));
