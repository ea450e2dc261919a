import type { Locator, Page } from '@playwright/test';

/** The value box of a dashboard's variable; in Grafana 12.4 its label does not name it. */
export const variable = (page: Page, label: string): Locator =>
  page
    .getByTestId('data-testid template variable')
    .filter({ has: page.getByText(label, { exact: true }) })
    .getByRole('combobox');
