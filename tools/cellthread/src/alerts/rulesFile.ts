import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A rule that is provisioned, as far as it is checked. */
export interface ExpectedRule {
  uid: string;
  title: string;
  labels: Record<string, string>;
  notification_settings?: { receiver: string };
  /** What a query that fails does: an alert without the labels of any signal, or nothing. */
  execErrState?: string;
  data: Array<{
    model: {
      kinds?: string[];
      stations?: string[];
      characteristics?: string[];
      filters?: Array<{ key: string; operator: string; value?: string }>;
    };
  }>;
}

/**
 * The rules of a file of `npm run gen`.
 * @throws Error naming the file
 */
export function rulesOf(file: string): ExpectedRule[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read: npm run gen writes it, of another plant with --plant DIR.`, { cause });
  }
  const { groups } = parse(text) as { groups?: Array<{ rules: ExpectedRule[] }> };
  const rules = groups?.flatMap(({ rules }) => rules) ?? [];
  if (rules.length === 0) {
    throw new Error(`${file} holds no rules: npm run gen writes them.`);
  }
  return rules;
}
