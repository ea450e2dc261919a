/** One line of the gauge table. */
export interface GaugeComponent {
  /** Standard deviation. */
  sigma: number;
  /** Share of the total variance, per cent. */
  contribution: number;
  /** Share of the total standard deviation, per cent. */
  study: number;
  /** `spread`·σ (6σ) as per cent of the tolerance; null without one. */
  tolerance: number | null;
}

export type GaugeLine = 'repeatability' | 'reproducibility' | 'operator' | 'interaction' | 'gauge' | 'part' | 'total';

export interface GaugeStudy {
  method: 'anova' | 'range';
  components: Record<GaugeLine, GaugeComponent>;
  /** Number of distinct categories, 1.41 σ_part/σ_gauge cut to a whole number, at least 1. */
  ndc: number;
  /** ANOVA: p of the interaction, and whether it was kept in the model. */
  interactionP: number | null;
  interactionKept: boolean;
}

/** Study from the variances of its sources; `tolerance` is USL − LSL, `spread` the σ held against it (6; 5.15 in older forms). */
export function gaugeStudy(
  method: GaugeStudy['method'],
  variances: { repeatability: number; operator: number; interaction: number; part: number },
  interaction: { p: number | null; kept: boolean },
  tolerance?: number,
  spread = 6
): GaugeStudy {
  const reproducibility = variances.operator + variances.interaction;
  const gauge = variances.repeatability + reproducibility;
  const total = gauge + variances.part;
  const line = (variance: number): GaugeComponent => ({
    sigma: Math.sqrt(variance),
    contribution: (100 * variance) / total,
    study: 100 * Math.sqrt(variance / total),
    tolerance: tolerance ? (100 * spread * Math.sqrt(variance)) / tolerance : null,
  });
  return {
    method,
    components: {
      gauge: line(gauge),
      repeatability: line(variances.repeatability),
      reproducibility: line(reproducibility),
      operator: line(variances.operator),
      interaction: line(variances.interaction),
      part: line(variances.part),
      total: line(total),
    },
    ndc: Math.max(1, Math.floor(1.41 * Math.sqrt(variances.part / gauge))),
    interactionP: interaction.p,
    interactionKept: interaction.kept,
  };
}
