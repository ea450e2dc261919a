import { fCdf } from '../special/fDistribution';
import { type GaugeTable } from './gaugeTable';
import { type GaugeStudy, gaugeStudy } from './types';

/**
 * Crossed gauge R&R by analysis of variance, parts and operators random (AIAG, Measurement Systems Analysis, 4th ed. 2010,
 * pp. 123–128 and appendix A; Montgomery ISQC 7th ed., §8.7). The interaction is pooled with the error where its p is above
 * `alpha` (0.25, AIAG; Minitab 0.05). Negative components are 0.
 */
export function gaugeAnova(table: GaugeTable, tolerance?: number, alpha = 0.25, spread = 6): GaugeStudy {
  const { parts: p, operators: o, trials: r, values } = table;
  const n = values.length;
  const grand = values.reduce((sum, x) => sum + x, 0) / n;
  const part = new Float64Array(p);
  const operator = new Float64Array(o);
  const cell = new Float64Array(p * o);
  for (let i = 0; i < n; i++) {
    const at = Math.floor(i / r);
    const d = values[i]! - grand;
    cell[at]! += d / r;
    part[Math.floor(at / o)]! += d / (o * r);
    operator[at % o]! += d / (p * r);
  }
  let ssError = 0;
  for (let i = 0; i < n; i++) {
    ssError += (values[i]! - grand - cell[Math.floor(i / r)]!) ** 2;
  }
  let ssInteraction = 0;
  for (let at = 0; at < p * o; at++) {
    ssInteraction += r * (cell[at]! - part[Math.floor(at / o)]! - operator[at % o]!) ** 2;
  }
  const ssPart = o * r * part.reduce((sum, m) => sum + m * m, 0);
  const ssOperator = p * r * operator.reduce((sum, m) => sum + m * m, 0);
  const dfError = p * o * (r - 1);
  const dfInteraction = (p - 1) * (o - 1);
  const msPart = ssPart / (p - 1);
  const msOperator = ssOperator / (o - 1);
  const msInteraction = ssInteraction / dfInteraction;
  const msError = ssError / dfError;
  const interactionP = fCdf(msInteraction / msError, dfInteraction, dfError, true);
  const kept = interactionP <= alpha;
  const pooled = (ssInteraction + ssError) / (dfInteraction + dfError);
  const beside = kept ? msInteraction : pooled;
  const variances = {
    repeatability: kept ? msError : pooled,
    interaction: kept ? Math.max(0, (msInteraction - msError) / r) : 0,
    operator: Math.max(0, (msOperator - beside) / (p * r)),
    part: Math.max(0, (msPart - beside) / (o * r)),
  };
  return gaugeStudy('anova', variances, { p: interactionP, kept }, tolerance, spread);
}
