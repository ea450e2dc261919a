import { type Table } from '../Benchmark';
import { median, quantileOf } from '../quantiles';
import { type Finding, type Named } from './finding';
import { type Episode } from './judge';
import { type Missed } from './missed';
import { type Size } from './sizes';

/** The mean of so many items tells one standard deviation from none before a limit of 4.5 σ, if just: 4.5² = 20. */
const ENOUGH = 20;

/** Of every fault how often it was named, how soon, as what, and how large it was. */
export function faultTable(title: string, byFault: ReadonlyMap<string, readonly Finding[]>): Table {
  const header = [
    'fault',
    'named',
    `… of those with ${ENOUGH} items or more`,
    'after min (p90)',
    'after items',
    'before its first out of spec, min',
    'first by',
    'what it moves',
    'near',
    'beside',
    'named by limits so far',
  ];
  const rows = [...byFault].map(([id, findings]) => {
    if (findings.length === 0) {
      return [id, 'too little is measured', ...header.slice(2).map(() => '–')];
    }
    const named = findings.flatMap((finding) => finding.named ?? []);
    const many = findings.filter(({ items }) => items >= ENOUGH);
    return [
      id,
      `${named.length} of ${findings.length}`,
      `${many.filter((finding) => finding.named).length} of ${many.length}`,
      named.length ? `${middle(named.map(({ minutes }) => minutes))} (${late(named)})` : '–',
      named.length ? middle(named.map(({ items }) => items)) : '–',
      ahead(named),
      kinds(named.map(({ episode }) => episode)),
      sizes(findings.flatMap((finding) => finding.sizes)),
      each(findings, ({ near }) => near.length),
      each(findings, ({ beside }) => beside.length),
      findings.flatMap(({ missed, items }) => (missed ? reason(missed, items) : [])).join('; ') || '–',
    ];
  });
  return { title, header, rows };
}

function reason({ mute, limits, episode }: Missed, items: number): string {
  if (mute) {
    return 'not watched: no approved limits';
  }
  const at = limits === undefined || !episode ? 'not by half' : `${limits.toFixed(1)} × (${kindOf(episode)})`;
  return `${at}, ${items} items`;
}

/** Of every case in which nothing may be told how often nothing was, and what was. */
export function silentTable(title: string, byCase: ReadonlyMap<string, readonly Finding[]>): Table {
  const rows = [...byCase].map(([id, findings]) => {
    const seen = findings.filter(({ alike }) => !alike);
    if (seen.length === 0) {
      return [id, '–', '–', '–', 'not judged here: its rows are the same'];
    }
    const told = seen.map(toldOf);
    return [
      id,
      `${told.filter((all) => all.length === 0).length} of ${told.length}`,
      each(seen, (finding) => toldOf(finding).length),
      each(seen, ({ without }) => without.length),
      kinds(told.flat()),
    ];
  });
  const header = ['case', 'nothing told in', 'told only with it, a run', 'only without it, a run', 'what only with it'];
  return { title, header, rows };
}

/** What was told that is not told without it. */
export const toldOf = ({ named, near, beside }: Finding): Episode[] => [
  ...(named ? [named.episode] : []),
  ...near,
  ...beside,
];

const middle = (values: readonly number[]) => median(values).toFixed(0);
const late = (named: readonly Named[]) =>
  quantileOf(
    named.map(({ minutes }) => minutes),
    0.9
  ).toFixed(0);

/** The median of those that had one; negative: it came before the name. */
function ahead(named: readonly Named[]): string {
  const minutes = named.flatMap((one) => one.ahead ?? []);
  const none = named.length - minutes.length;
  return [minutes.length ? middle(minutes) : '', none ? `none in ${none}` : ''].filter(Boolean).join(', ') || '–';
}

const each = (findings: readonly Finding[], of: (finding: Finding) => number) =>
  (findings.reduce((sum, finding) => sum + of(finding), 0) / findings.length).toFixed(1);

const MOST = 4;

/** What was told first, the most frequent kinds before. */
export function kinds(episodes: readonly Episode[]): string {
  const byKind = new Map<string, Episode[]>();
  for (const episode of episodes) {
    byKind.set(kindOf(episode), [...(byKind.get(kindOf(episode)) ?? []), episode]);
  }
  const sorted = [...byKind].sort(([, a], [, b]) => b.length - a.length);
  return (
    sorted
      .slice(0, MOST)
      .map(([kind, all]) => `${kind} ${median(all.map(({ side, size }) => side * size)).toFixed(1)} σ in ${all.length}`)
      .concat(sorted.length > MOST ? [`${sorted.length - MOST} more`] : [])
      .join(', ') || '–'
  );
}

const kindOf = ({ characteristic, what, between }: Episode) =>
  `${characteristic || 'verdict'} ${what}${between ? ` of one of ${between.length}` : ''}`;

/** Percent of items: less is chance. */
const LEAST_MORE = 0.5;

function sizes(all: readonly Size[]): string {
  return (
    [...new Set(all.map(({ characteristic }) => characteristic))]
      .slice(0, MOST)
      .map((name) => {
        const own = all.filter(({ characteristic }) => characteristic === name);
        const of = (pick: (size: Size) => number | undefined) => own.flatMap((size) => pick(size) ?? []);
        const [level, spread, bad] = [of((s) => s.level), of((s) => s.spread), of((s) => s.bad)];
        const moved = level.length ? `${median(level).toFixed(2)} σ, spread ${median(spread).toFixed(1)} ×` : '';
        const more = 100 * median(bad);
        return `${name} ${moved}${more >= LEAST_MORE ? `, nok ${more.toFixed(1)} % more` : ''}`.replace(' ,', '');
      })
      .join('; ') || '–'
  );
}
