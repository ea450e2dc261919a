import { type Figure } from '../Benchmark';
import { median, quantileOf } from '../quantiles';
import { type Finding } from './findings';

const MINUTE = 60_000;

/** A line of the table: how often a fault was named, as what, and how soon; of a silent case how often nothing was told. */
export function faultFigure(findings: readonly Finding[]): Figure {
  const { id, silent } = findings[0]!.truth;
  const around = `near ${each(findings, ({ near }) => near.length)}, beside ${each(findings, ({ beside }) => beside.length)} a run`;
  if (silent) {
    const quiet = findings.filter(({ named, near }) => !named && near.length === 0).length;
    return {
      what: `silent: ${id}`,
      measured: `nothing told in ${quiet} of ${findings.length}; ${around}`,
      against: 'nothing told',
      met: quiet === findings.length,
    };
  }
  const named = findings.filter((finding) => finding.named);
  const minutes = named.map(({ named: episode, truth }) => (episode!.firstMs - truth.from_ms) / MINUTE);
  const delay =
    minutes.length > 0 ? `, after ${median(minutes).toFixed(0)} min (p90 ${quantileOf(minutes, 0.9).toFixed(0)})` : '';
  return {
    what: id,
    measured: `named in ${named.length} of ${findings.length}${delay}, first by ${kinds(named)}; ${around}`,
    against: 'named in all',
    met: named.length === findings.length,
  };
}

const each = (findings: readonly Finding[], of: (finding: Finding) => number) =>
  (findings.reduce((sum, finding) => sum + of(finding), 0) / findings.length).toFixed(1);

function kinds(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { named } of findings) {
    const kind = `${named!.characteristic} ${named!.what}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([kind, n]) => `${kind} ${n} ×`);
  return sorted.join(', ') || 'nothing';
}
