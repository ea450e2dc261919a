/** Who reads a file only when it starts, by the beginning of its path; the first that fits counts. */
const readers: Array<[start: RegExp, reader: string | undefined]> = [
  [/^telegraf\/(mosquitto\.)/, 'the broker'],
  [/^telegraf\/influxdb\//, 'InfluxDB'],
  [/^telegraf\/processors\/(?!ingest\.gen\.star)/, undefined],
  [/^telegraf\/(processors|telegraf\.d|watch\.d|telegraf\.conf)/, 'Telegraf'],
  // Grafana looks for dashboards that changed by itself.
  [/^provisioning\/dashboards\/.*\.json$/, undefined],
  [/^(provisioning\/(dashboards|datasources|alerting)|notify)\//, 'Grafana'],
];

/** What must be restarted after these files changed, each once, in the order of the list above. */
export function restarts(changed: readonly string[]): string[] {
  const found = changed.map((file) => readers.find(([start]) => start.test(file))?.[1]);
  return [...new Set(readers.map(([, reader]) => reader))].filter(
    (reader): reader is string => reader !== undefined && found.includes(reader)
  );
}
