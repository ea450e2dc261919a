import { chartType, type ChartModel, evaluateRules } from '@cellthread/stats';
import { type Cells, NOZZLES } from './fillingLine';

const sister = chartType('sister');

/** Windows in which a nozzle's EWMA (λ 0.2, L 4.0) or its point (4.2) is beyond its limits; `breaks` start it anew. */
export function sisterSignals(cells: Cells, model: ChartModel, minN: number, breaks?: Uint8Array): Set<number>[] {
  const found = Array.from({ length: NOZZLES }, () => new Set<number>());
  for (const part of sister.phaseII({ ...cells, breaks }, model, { minN })) {
    const [id, nozzle] = part.id.split('/');
    if (id === 'ewma' || id === 'x') {
      evaluateRules(part, ['N1']).forEach((signal) => found[Number(nozzle)]!.add(signal.index));
    }
  }
  return found;
}

/** Alarms of all nozzles' sister charts, each starting anew after an alarm. */
export function sisterAlarms(baseline: Cells, run: Cells, minN = 5): number {
  const model = sister.phaseI(baseline, { minN })!;
  let alarms = 0;
  sisterSignals(run, model, minN).forEach((signals, nozzle) => {
    const breaks = new Uint8Array(run.starts.length);
    for (let left = [...signals].sort(ascending); left.length > 0;) {
      alarms++;
      const next = left[0]! + 1;
      breaks[next] = 1;
      const again = left.length > 1 ? sisterSignals(run, model, minN, breaks)[nozzle]! : [];
      left = [...again].filter((window) => window >= next).sort(ascending);
    }
  });
  return alarms;
}

const ascending = (a: number, b: number) => a - b;
