import { rules } from './ruleRegistry';
import { type Rule, type Signal } from './types';

function list(pattern: readonly number[], label: (index: number) => string): string {
  if (pattern.length === 1) {
    return `point ${label(pattern[0]!)}`;
  }
  const first = pattern[0]!;
  const last = pattern[pattern.length - 1]!;
  return last - first === pattern.length - 1
    ? `points ${label(first)} to ${label(last)}`
    : `points ${pattern.map(label).join(', ')}`;
}

const where: Record<Signal['side'], string> = { high: ' (high)', low: ' (low)', both: '' };

/**
 * One sentence on a signal: rule, title, side and the points that make the pattern. `label` names a point (its number
 * from 1 where absent); own rules are found in `own`.
 */
export function explainSignal(
  signal: Signal,
  label: (index: number) => string = (index) => String(index + 1),
  own: readonly Rule[] = []
): string {
  const rule = rules.find((r) => r.id === signal.rule) ?? own.find((r) => r.id === signal.rule);
  return `${signal.rule}: ${rule?.title ?? 'own rule'}${where[signal.side]}, ${list(signal.pattern, label)}`;
}
