import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const { CELLTHREAD_URL, GRAFANA_URL, CELLTHREAD_CHROMIUM, CI } = process.env;
const installed = [CELLTHREAD_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = installed.find((file) => file && existsSync(file));

if (!CELLTHREAD_URL && !GRAFANA_URL) {
  throw new Error('Browser tests need a running stack: use `npm run e2e`, or set CELLTHREAD_URL or GRAFANA_URL.');
}

/** The same specs on the workbench and, where GRAFANA_URL names one, on a real Grafana. */
const hosts = [
  ...(CELLTHREAD_URL ? [{ name: 'workbench', use: { baseURL: CELLTHREAD_URL } }] : []),
  ...(GRAFANA_URL ? [{ name: 'grafana', use: { baseURL: GRAFANA_URL }, grepInvert: /@workbench/ }] : []),
];

export default defineConfig({
  testDir: './src/specs',
  outputDir: './test-results',
  timeout: 90_000,
  expect: { timeout: 30_000 },
  // Files side by side: each test has a page of its own, and much of their time is waiting.
  workers: 2,
  // A shared runner may stall for longer than a page may take; a real fault fails twice.
  retries: CI ? 1 : 0,
  forbidOnly: Boolean(CI),
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 1000 },
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Recording every action of every page takes processor time from the pages: traces are made on request (CONTRIBUTING).
    trace: 'on-first-retry',
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] },
  },
  projects: hosts,
});
