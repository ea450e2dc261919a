import { type Browser, chromium } from '@playwright/test';
import { findProgram } from '@cellthread/install';

/** A browser without a window, without work of its own in the background. */
export async function openChromium(): Promise<Browser> {
  const named = process.env.CELLTHREAD_CHROMIUM;
  const executablePath = named ?? ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find(Boolean);
  if (!executablePath) {
    throw new Error('Chromium is not installed: `npm run e2e` installs it, or name one in CELLTHREAD_CHROMIUM.');
  }
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath, args });
}
