import type { Wording } from '../wording/Wording';
import { template } from './template';
import { told } from './told';

/** A number without its sign. */
const size = '{{ reReplaceAll "^-" "" . }}';
/** The same in the unit of the characteristic. */
const amount = `${size}${template('unit')}`;

/** What a stream does, by what departs of it: `wavers, spread 2.4 × that of its 11 sisters`. */
export function processWords({ spread, level, share, gauge, apart, departs }: Wording): string {
  const texts = {
    spread: told(
      'ratio',
      `{{ if match "^0" . }}${spread.less}{{ else }}${spread.wavers}{{ end }}${spread.times('{{ . }}', against(spread))}`,
      spread.wavers
    ),
    level: told('shift', levelWords(level), level.unknown),
    gauge: `${gauge.off}${told('ratio', gauge.by(size))}`,
    apart: `${apart.differs}${told('shift', apart.by(amount, told('ratio', size, '?')))}`,
    share: `${share.often}${told('ratio', share.times('{{ . }}'))}`,
  };
  const branches = Object.entries(texts).map(
    ([of, text], i) => `{{ ${i === 0 ? 'if' : 'else if'} eq $facts.departs "${of}" }}${text}`
  );
  return `${branches.join('')}{{ else }}${departs}{{ end }}`;
}

/** Of `told('shift', …)`: by how much in its own unit, and how far that is for cells. */
function levelWords(level: Wording['level']): string {
  const side = `{{ if match "^-" . }}${level.lower}{{ else }}${level.higher}{{ end }}`;
  return level.said(amount, side, against(level), told('ratio', size, '?'));
}

/** Its sister or the number of them, or what else it is held against. */
const against = ({ sister, sisters, usual }: Pick<Wording['level'], 'sister' | 'sisters' | 'usual'>) =>
  told('sisters', `{{ if eq . "1" }}${sister}{{ else }}${sisters('{{ . }}')}{{ end }}`, usual);
