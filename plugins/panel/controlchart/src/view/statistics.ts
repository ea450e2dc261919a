import { type StreamReport } from '@cellthread/chart';
import { type Capability } from '@cellthread/stats';
import { type Formatters, type Statistic } from '@cellthread/panelkit';
import { isOdd } from './tiles';

/** What stands for a number that is not there yet. */
const pending = '…';

/** What there is to be told of a stream. */
export interface Told {
  /** False while the points are drawn and not judged yet. */
  judged: boolean;
  /** `undefined` while it is not there yet. */
  capability: Capability | null | undefined;
}

/** The numbers above the chart, of one stream, the most important first: in a narrow panel the last ones do not fit. */
export function statistics(report: StreamReport, format: Formatters, { judged, capability }: Told): Statistic[] {
  const { n, missing, excluded, centre, sigmaWithin, lcl, ucl, points, partial } = report;
  const out: Statistic[] = [...judgedStatistics(report, judged)];
  if (judged && report.sample && capability !== null) {
    out.push(
      capability
        ? capabilityStatistic(report, capability)
        : { label: 'Cpk', value: pending, description: 'Capability of single values' }
    );
  }
  if (centre !== null) {
    out.push({ label: 'Centre', value: format.line(centre), description: 'Centre line in force at the last point' });
  }
  if (lcl !== null && ucl !== null) {
    out.push({
      label: 'Control limits',
      value: `${format.line(lcl)} … ${format.line(ucl)}`,
      description: stateText(report, format),
    });
  }
  out.push({ label: 'Limits', value: stateWord(report), description: stateText(report, format) });
  if (sigmaWithin !== null) {
    out.push({
      label: 'σ within',
      value: format.spread(sigmaWithin),
      description: 'Short-term standard deviation of single values',
    });
  }
  out.push({
    label: 'n',
    value: judged ? n.toLocaleString() : pending,
    description: `${judged ? `${n} values in ` : ''}${points} points${partial ? ` and ${partial} still filling` : ''}${missing ? `, ${missing} missing` : ''}${excluded ? `, ${excluded} excluded` : ''}`,
  });
  return out;
}

/** What only the judged chart knows. */
function judgedStatistics(report: StreamReport, judged: boolean): Statistic[] {
  const { expectedRate: expected, lag1, points, signals, outOfSpec } = report;
  const out: Statistic[] = [
    {
      label: 'Signals',
      value: !judged
        ? pending
        : points > 0
          ? `${signals} (${percent(signals / points)}, by chance ${percent(expected)})`
          : '0',
      description:
        'Points with a signal of the chosen rules in either chart, and the share that independent normal values would give when nothing is wrong',
      alarm: judged && isOdd(report),
    },
  ];
  if (report.counted) {
    const { wrong, inspected } = report.counted;
    out.push({
      label: 'Failed',
      value: `${wrong.toLocaleString()} of ${inspected.toLocaleString()}`,
      description: 'What is wrong, of all that was inspected and stands in finished points',
    });
  }
  if (report.lsl !== null || report.usl !== null) {
    out.push({
      label: 'Out of spec',
      value: judged ? String(outOfSpec) : pending,
      description: 'Cells outside their spec limits',
      alarm: outOfSpec > 0,
    });
  }
  if (lag1 !== null && lag1 > fewestLag) {
    out.push({
      label: 'Lag-1 r',
      value: lag1.toFixed(2),
      description: 'Neighbouring values resemble each other: limits of individuals are too narrow, expect more signals',
      alarm: true,
    });
  }
  return out;
}

/** Autocorrelation from which the reader is warned. */
const fewestLag = 0.2;

function capabilityStatistic({ signals, points, expectedRate }: StreamReport, c: Capability): Statistic {
  const index = (v: number | null) => (v === null ? '–' : v.toFixed(2));
  const [low, high] = c.intervals.cpk ?? [null, null];
  const unstable = signals / points > 2 * expectedRate;
  return {
    label: 'Cpk',
    value: `${index(c.cpk)}${unstable ? ', not stable' : ''}`,
    description: `Cp ${index(c.cp)}, Ppk ${index(c.ppk)}; ${c.n} single values, σ within by ${c.method}; 95 % interval of Cpk ${index(low)} … ${index(high)}, for independent values${
      unstable ? '; more signals than by chance, so no forecast' : ''
    }`,
    alarm: unstable,
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.01 ? 2 : 1)} %`;
}

/** The numbers above a chart of several streams: what each one has is seen by choosing it in the legend. */
export function streamStatistics(reports: readonly StreamReport[], judged: boolean): Statistic[] {
  const sum = (of: (r: StreamReport) => number) => reports.reduce((total, r) => total + of(r), 0);
  const worst = reports.reduce((a, b) => (b.signals > a.signals ? b : a), reports[0]!);
  const counted = (label: string, of: (r: StreamReport) => number, description: string): Statistic => ({
    label,
    value: judged ? sum(of).toLocaleString() : pending,
    description,
  });
  const alarm = (of: (r: StreamReport) => number) => ({ alarm: sum(of) > 0 });
  const out: Statistic[] = [
    { ...counted('Signals', (r) => r.signals, 'Points with a signal, of all streams'), ...alarm((r) => r.signals) },
    reports.some((r) => r.counted)
      ? counted('Failed', (r) => r.counted?.wrong ?? 0, 'What is wrong, of all streams, in finished points')
      : { ...counted('Out of spec', (r) => r.outOfSpec, 'Cells of all streams'), ...alarm((r) => r.outOfSpec) },
    { label: 'Streams', value: String(reports.length), description: 'Choose one in the legend to see it alone' },
  ];
  if (worst && worst.signals > 0) {
    out.push({
      label: 'Most signals',
      value: `${worst.name} (${worst.signals})`,
      description: 'Choose it in the legend to see it alone',
    });
  }
  return [...out, counted('n', (r) => r.n, 'Values of all streams')];
}

/** Short enough for the strip: what a reader has to know without pointing at anything. */
function stateWord({ state, baseline, revision, refused }: StreamReport): string {
  if (refused !== null && state === 'none') {
    return 'not drawn';
  }
  if (state === 'provisional' && baseline) {
    return baseline.points > 0
      ? `provisional, baseline ${baseline.points} points`
      : 'provisional, stated in the options';
  }
  if (state === 'approved' && revision === '') {
    return 'stated by the data';
  }
  return revision && state !== 'none' ? `${state}, revision ${revision}` : state;
}

/** The sentence that says where the control limits come from. */
export function stateText(report: StreamReport, format: Formatters): string {
  const { refused, revision } = report;
  const text = drawnText(report, format);
  if (refused === null) {
    return text;
  }
  const plan = `The limits of the control plan${revision ? `, revision ${revision},` : ''} ${refused}`;
  return report.state === 'none' ? `${plan}, so none are drawn` : `${plan}. ${text}`;
}

function drawnText({ state, baseline, revision }: StreamReport, format: Formatters): string {
  if (state === 'none') {
    return 'There are no control limits: the plan has none, and too few points to estimate provisional ones.';
  }
  if (state === 'approved') {
    return revision ? `Frozen limits of the control plan, revision ${revision}` : 'Limits stated by the data';
  }
  if (!baseline) {
    return `Limits of the control plan that wait for approval${revision ? `, revision ${revision}` : ''}`;
  }
  if (baseline.points === 0) {
    return 'Provisional: centre and σ are stated in the panel options';
  }
  const when =
    baseline.from === null || baseline.to === null
      ? ''
      : `, ${format.time(baseline.from)} to ${format.time(baseline.to)}`;
  return `Provisional: estimated from a baseline of ${baseline.points} points${when}; it stays while this chart is open, and another range has another`;
}
