import { withJson, withoutSecret, withSecret } from './changes';
import type { Settings } from './SettingsProps';

const nameKey = (number: number) => `httpHeaderName${number}` as const;
const valueKey = (number: number) => `httpHeaderValue${number}` as const;

export interface Header {
  number: number;
  name: string;
  valueKey: ReturnType<typeof valueKey>;
}

/** The custom headers; Grafana numbers them from 1 without a gap. */
export function headersOf({ jsonData }: Settings): Header[] {
  const headers: Header[] = [];
  for (let number = 1; jsonData[nameKey(number)] !== undefined; number++) {
    headers.push({ number, name: jsonData[nameKey(number)] ?? '', valueKey: valueKey(number) });
  }
  return headers;
}

/** The settings with a header's name; a new one is the number behind the last. */
export const withHeader = (settings: Settings, number: number, name: string): Settings => ({
  ...settings,
  jsonData: { ...settings.jsonData, [nameKey(number)]: name },
});

/**
 * The settings without a header. Those behind it move up; a value that only the server knows cannot move, it has to be
 * entered again.
 */
export function withoutHeader(settings: Settings, number: number): Settings {
  const headers = headersOf(settings);
  let out = settings;
  for (const { number: from, name } of headers.filter((header) => header.number > number)) {
    const typed = settings.secureJsonData?.[valueKey(from)];
    out = withHeader(out, from - 1, name);
    out = typed ? withSecret(out, valueKey(from - 1), typed) : withoutSecret(out, valueKey(from - 1));
  }
  const last = headers.length;
  return withJson(withoutSecret(out, valueKey(last)), { [nameKey(last)]: undefined });
}
