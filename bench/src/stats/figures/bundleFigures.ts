import { type Figure } from '../../Benchmark';
import { type BundleSize, bundleSize } from '../bundleSize';
import { panelImports } from '../panelImports';

/** What the panels load only when it is asked for. */
const LATER = ['capability'];

const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
const text = ({ minified, gzip, licences }: BundleSize) =>
  `${kB(minified)}, gzip ${kB(gzip)}; licence texts beside it ${kB(licences)}`;

/** Size of what a panel imports of the package, tree-shaken and minified. */
export async function bundleFigures(): Promise<Figure[]> {
  const names = await panelImports();
  const now = names.filter((name) => !LATER.includes(name));
  const rows: Array<[string, readonly string[], string?]> = [
    ['one constant (`c4`)', ['c4']],
    [`what the panels import (${now.length} names)`, now],
    ['the same and capability, loaded when asked for', names],
    ['all charts and rules (`drawChart`)', ['drawChart']],
    ['every kind of problem (`answerProblem`)', ['answerProblem'], '@cellthread/problem'],
  ];
  const figures: Figure[] = [];
  for (const [what, list, from] of rows) {
    figures.push({ what: `bundle: ${what}`, measured: text(await bundleSize(list, from)) });
  }
  return figures;
}
