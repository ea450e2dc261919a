import { type InterpolateFunction } from '@grafana/data';
import { filledHref } from './filledHref';

/** Where a characteristic's chart is, unless an option says otherwise. */
export const defaultCharacteristicLink =
  '/d/cellthread-characteristic?var-station=${station}&var-characteristic=${characteristic}&var-datasource=${datasource}&from=${from}&to=${to}';

/** Half of the stretch in ms around a visit that its chart opens with. */
const around = 12 * 3_600_000;

/**
 * The address of a characteristic's chart around a moment (ms since 1970), else of the last day; `null` without a
 * station or without a link. `${station}`, `${characteristic}`, `${from}` and `${to}` of the pattern are filled in.
 */
export function characteristicHref(
  pattern: string,
  { station, characteristic, time }: { station: string; characteristic: string; time: number | null },
  interpolate: InterpolateFunction
): string | null {
  const [from, to] = time === null ? ['now-24h', 'now'] : [String(time - around), String(time + around)];
  return station === '' ? null : filledHref(pattern, { station, characteristic, from, to }, interpolate);
}
