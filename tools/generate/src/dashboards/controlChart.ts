import { travelerLink } from './links';
import { type Panel, type PanelOptions, panel } from './panel';

interface ControlChartOptions extends PanelOptions {
  chart: 'i-mr' | 'xbar-r';
  /** Fields whose values make a subgroup's cells belong together. */
  by?: string[];
  /** Show only the newest points, without the second chart and statistics: for the operator. */
  simple?: { points: number };
}

/** A control chart with the link from each point to its cell. */
export function controlChart(given: ControlChartOptions): Panel {
  const { chart, by = [], simple } = given;
  return panel('cellthread-controlchart-panel', {
    ...given,
    options: {
      chart,
      subgroupBy: by,
      ...(simple && {
        lastPoints: simple.points,
        showDispersion: false,
        showStatistics: false,
        rulesFrom: 'panel',
        rules: [],
      }),
      ...given.options,
    },
    fieldConfig: { defaults: { links: [travelerLink] }, overrides: [], ...given.fieldConfig },
  });
}
