/**
 * go-plugin's first line on stdout, `core|app|network|address|protocol|certificate`, as a gRPC target.
 * Grafana speaks core protocol 1 and plugin protocol 2 over gRPC; anything else is an error.
 */
export function parseHandshake(line: string): string {
  const [core, app, network, address, protocol] = line.trim().split('|');
  if (core !== '1' || app !== '2' || protocol !== 'grpc' || !address) {
    throw new Error(`"${line.trim()}" is not the address line of a Grafana backend plugin (1|2|unix|<socket>|grpc)`);
  }
  return network === 'unix' ? `unix:${address}` : address;
}
