import { type Characteristic, type Plan } from '@cellthread/plan';
import { travelerLink } from './links';
import { type FieldConfig, override, type Panel, type PanelOptions, panel } from './panel';
import { equipmentNames } from './placeNames';
import { dashboardWords } from './words/registry';

interface ControlChartOptions extends PanelOptions {
  /** Show only the newest single values, without the second chart and statistics: for the operator. */
  simple?: { points: number };
  /** What it may draw. */
  of: readonly Characteristic[];
}

/** A control chart as the plan says, with the link from each point to its cell. Values and machines have the names of the plan. */
export function controlChart(plan: Plan, given: ControlChartOptions): Panel {
  const { simple, of } = given;
  const say = dashboardWords(plan);
  const machines = equipmentNames(plan, new Set(of.map(({ station }) => station)));
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
    fieldConfig: {
      defaults: { links: [travelerLink(say)] },
      overrides: [...displayNames(of), ...(machines.length > 0 ? [override('equipment', { mappings: machines })] : [])],
      ...given.fieldConfig,
    },
  });
}

/** The name of each characteristic in place of its id; an id that has several names at several stations keeps none of them. */
function displayNames(characteristics: readonly Characteristic[]): FieldConfig['overrides'] {
  const names = new Map<string, Set<string>>();
  characteristics.forEach(({ id, name }) => names.set(id, (names.get(id) ?? new Set()).add(name)));
  return [...names].flatMap(([id, [name, ...others]]) =>
    name === undefined || others.length > 0 ? [] : [override(id, { displayName: name })]
  );
}
