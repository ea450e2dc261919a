import { travelerLink } from './links';
import { type Panel, type PanelOptions, panel } from './panel';

interface ControlChartOptions extends PanelOptions {
  /** Show only the newest single values, without the second chart and statistics: for the operator. */
  simple?: { points: number };
}

/** A control chart as the plan says, with the link from each point to its cell. */
export function controlChart(given: ControlChartOptions): Panel {
  const { simple } = given;
  return panel('cellthread-controlchart-panel', {
    ...given,
    options: {
      ...(simple && {
        chart: 'i-mr',
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
