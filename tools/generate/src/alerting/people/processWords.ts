import { type Characteristic } from '@cellthread/plan';
import { byDeparture, count, known, number, size } from '../facts';
import { choose } from '../texts';
import type { Wording } from '../wording/Wording';

/** What a stream does, by the rule that found it: `wavers, spread 2.4 × that of its 11 sisters`. */
export function processWords(say: Wording, kind: string, characteristics: readonly Characteristic[]): string {
  if (kind === 'k-of-n') {
    return known('O', known('C', say.kOfN.said(count('O'), count('C')), say.kOfN.unknown), say.kOfN.unknown);
  }
  const { spread, level, share, gauge } = say;
  const ratio = number(1, say);
  return byDeparture(
    {
      spread: known(
        'R',
        `{{ if lt .Value 1.0 }}${spread.less}{{ else }}${spread.wavers}{{ end }}${spread.times(ratio, against(spread))}`,
        spread.wavers
      ),
      level: known('D', levelWords(say, characteristics), level.unknown),
      gauge: `${gauge.off}${known('R', gauge.by(size(1, say)))}`,
      share: `${share.often}${known('R', share.times(ratio))}`,
    },
    say.departs
  );
}

/** Of `known('D', …)`: by how much in its own unit, and how far that is for cells. */
function levelWords(say: Wording, characteristics: readonly Characteristic[]): string {
  const { level } = say;
  const amount = choose(
    'characteristic',
    characteristics.map((of): [string, string] => [of.id, `${size(of.decimals + 1, say)}${unitOf(of)}`]),
    size(3, say)
  );
  const side = `{{ if lt .Value 0.0 }}${level.lower}{{ else }}${level.higher}{{ end }}`;
  const sigma = known('R', size(1, say), '?');
  return level.said(amount, side, against(level), sigma);
}

/** The number of its sisters, or what else it is held against. */
const against = ({ sisters, usual }: { sisters: (n: string) => string; usual: string }) =>
  known('N', sisters(number(0, { point: '.' })), usual);

const symbols: Readonly<Record<string, string>> = {
  celsius: '°C',
  percent: '%',
  volt: 'V',
  amph: 'Ah',
  joule: 'J',
  massg: 'g',
  lengthmm: 'mm',
  none: '',
};

/** ` g`: the unit after a number, as far as its id shows it. */
function unitOf({ unit }: Characteristic): string {
  const symbol = unit.startsWith('suffix:') ? unit.slice('suffix:'.length).trim() : (symbols[unit] ?? unit);
  return symbol && ` ${symbol}`;
}
