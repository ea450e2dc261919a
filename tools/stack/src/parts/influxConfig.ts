/** The configuration of a local InfluxDB 1.8: loopback only, with logins, and with bounds on what is asked at once. */
export function influxConfig({ port, rpcPort, home }: { port: number; rpcPort: number; home: string }): string {
  return `reporting-disabled = true
bind-address = "127.0.0.1:${rpcPort}"

[meta]
  dir = "${home}/meta"
  logging-enabled = false

[data]
  dir = "${home}/data"
  wal-dir = "${home}/wal"
  index-version = "tsi1"
  query-log-enabled = false
  max-series-per-database = 0
  max-values-per-tag = 0

[http]
  bind-address = "127.0.0.1:${port}"
  auth-enabled = true
  log-enabled = false
  flux-enabled = false

[logging]
  level = "warn"

[monitor]
  store-enabled = false

[subscriber]
  enabled = false

[continuous_queries]
  enabled = false
`;
}
