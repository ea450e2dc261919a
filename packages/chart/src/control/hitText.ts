import { type Hit } from '../model/ChartModel';
import { specRule } from './markSignals';

/** Heading and explanation of a hit for tooltips: rule number, name, side, and which points make the pattern. */
export function hitText(hit: Hit, limit: string | null): { title: string; detail: string } {
  if (hit.rule === specRule) {
    return { title: 'Out of spec', detail: limit === null ? hit.title : `${hit.title} ${limit}` };
  }
  if (hit.kind === 'reported') {
    return { title: 'Reported by the datasource', detail: hit.title };
  }
  const side = hit.side === 'both' ? '' : ` (${hit.side})`;
  return { title: `Rule ${hit.rule}${side}`, detail: `${hit.title}; ${membersText(hit.members)}` };
}

function membersText(members: readonly number[]): string {
  const [first, last] = [members[0]! + 1, members[members.length - 1]! + 1];
  if (members.length === 1) {
    return `point ${first}`;
  }
  return last - first === members.length - 1
    ? `points ${first} to ${last} make it`
    : `points ${members.map((m) => m + 1).join(', ')} make it`;
}
