import { type Observations } from './Observations';
import { type Rows } from './Rows';

/** Rows of every stream, streams in natural order of their names ("nozzle-2" before "nozzle-10"). */
export function splitStreams(obs: Observations): Array<{ name: string; rows: Rows }> {
  const { stream, n } = obs;
  if (!stream) {
    return [{ name: '', rows: 'all' }];
  }
  const byName = new Map<string, number[]>();
  for (let row = 0; row < n; row++) {
    const name = stream(row);
    const rows = byName.get(name);
    if (rows) {
      rows.push(row);
    } else {
      byName.set(name, [row]);
    }
  }
  const order = new Intl.Collator('en', { numeric: true });
  return [...byName]
    .sort(([a], [b]) => order.compare(a, b))
    .map(([name, rows]) => ({ name, rows: Int32Array.from(rows) }));
}
