import { type Arrows } from './Arrows';

/**
 * Arrows that run back up when files stand in an order that lets nearly all run down: none where nothing goes round in a circle.
 * The order is the greedy one of Eades, Lin and Smyth 1993 (Information Processing Letters 47, 319–323), ties by name.
 */
export function backUp(arrows: Arrows): [from: string, to: string][] {
  const order = ordered(arrows);
  const place = new Map(order.map((file, i) => [file, i]));
  return [...arrows].flatMap(([from, targets]) =>
    targets.filter((to) => place.get(to)! < place.get(from)!).map((to): [string, string] => [from, to])
  );
}

function ordered(arrows: Arrows): string[] {
  const left = new Set([...arrows.keys()].sort());
  const users = new Map([...left].map((file) => [file, [] as string[]]));
  arrows.forEach((targets, from) => targets.forEach((to) => users.get(to)!.push(from)));
  const uses = (file: string) => arrows.get(file)!.filter((to) => left.has(to)).length;
  const used = (file: string) => users.get(file)!.filter((from) => left.has(from)).length;
  const first: string[] = [];
  const last: string[] = [];
  while (left.size > 0) {
    const all = [...left];
    const sink = all.find((file) => uses(file) === 0);
    const source = sink === undefined ? all.find((file) => used(file) === 0) : undefined;
    const next =
      sink ?? source ?? all.reduce((best, file) => (uses(file) - used(file) > uses(best) - used(best) ? file : best));
    left.delete(next);
    if (sink === undefined) {
      first.push(next);
    } else {
      last.unshift(next);
    }
  }
  return [...first, ...last];
}
