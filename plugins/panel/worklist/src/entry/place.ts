import { type Chosen } from './formChoice';

const key = 'cellthread-entry-place';
const nowhere: Chosen = { site: '', station: '', machine: '', position: '', characteristic: '' };

/** Where and what was measured last at this browser: a tablet stands at one station. */
export function recall(): Chosen {
  try {
    return { ...nowhere, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Chosen>) };
  } catch {
    return nowhere;
  }
}

export function remember(chosen: Chosen): void {
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // Without a store of its own the browser forgets it with the page.
  }
}
