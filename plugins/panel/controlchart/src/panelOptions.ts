import {
  addCellLinkOptions,
  addColumnOptions,
  addExclusionOptions,
  addSpecOptions,
  asPlanned,
  columnChoices,
  several,
} from '@cellthread/panelkit';
import { rules, cellCharts } from '@cellthread/stats';
import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { type ControlChartOptions } from './ControlChartOptions';
import { defaults } from './defaults';

type Builder = PanelOptionsEditorBuilder<ControlChartOptions>;

/** Everything that can be set, in the order of the editor's categories. */
export function panelOptions(builder: Builder): void {
  chart(builder);
  columns(builder);
  limits(builder);
  process(builder);
  addCellLinkOptions(builder);
  commonOptionsBuilder.addLegendOptions(builder, false);
}

function chart(b: Builder) {
  const category = ['Control chart'];
  b.addSelect({
    path: 'chart',
    name: 'Chart',
    category,
    defaultValue: defaults.chart,
    settings: {
      options: [
        { value: asPlanned, label: 'As planned', description: 'As the control plan says, else individuals' },
        ...cellCharts.map((t) => ({ value: t.id, label: t.title })),
      ],
    },
  })
    .addRadio({
      path: 'xAxis',
      name: 'X axis',
      category,
      defaultValue: defaults.xAxis,
      settings: {
        options: [
          { value: 'auto', label: 'Auto', description: 'Time, unless pauses fill more than a fifth of it' },
          { value: 'time', label: 'Time' },
          { value: 'order', label: 'Evenly', description: 'Points in process order, one beside the other' },
        ],
      },
    })
    .addRadio({
      path: 'layout',
      name: 'Streams',
      category,
      defaultValue: defaults.layout,
      settings: {
        options: [
          { value: 'together', label: 'In one chart' },
          { value: 'multiples', label: 'Side by side', description: 'A small chart each, on one scale' },
        ],
      },
    })
    .addNumberInput({
      path: 'lastPoints',
      name: 'Last points only',
      description: '0 shows all; the statistics are of all',
      category,
      defaultValue: defaults.lastPoints,
      settings: { min: 0, integer: true },
    })
    .addRadio({
      path: 'rulesFrom',
      name: 'Rules from',
      category,
      defaultValue: defaults.rulesFrom,
      settings: {
        options: [
          { value: 'plan', label: 'Plan, else these' },
          { value: 'panel', label: 'These' },
        ],
      },
    })
    .addMultiSelect({
      path: 'rules',
      name: 'Rules',
      description:
        'Each rule adds false alarms: all eight Nelson rules together speak about every 70 points without a cause.',
      category,
      defaultValue: defaults.rules,
      settings: { options: several(rules.map((r) => ({ value: r.id, label: r.id, description: r.title }))) },
    })
    .addBooleanSwitch({ path: 'showDispersion', name: 'Dispersion chart', category, defaultValue: true })
    .addBooleanSwitch({ path: 'showZones', name: 'Zones', category, defaultValue: true })
    .addBooleanSwitch({ path: 'showSpec', name: 'Spec limits', category, defaultValue: true })
    .addBooleanSwitch({ path: 'showStatistics', name: 'Statistics', category, defaultValue: true });
}

function columns(b: Builder) {
  const category = ['Columns'];
  addColumnOptions(b, {
    name: 'One chart for each',
    description: 'Every value of these columns is a stream with limits and memory of its own',
  });
  b.addMultiSelect({
    path: 'subgroupBy',
    name: 'Subgroups share',
    description: 'As the control plan says where empty; for instance carrier',
    category,
    defaultValue: defaults.subgroupBy,
    settings: { options: [], getOptions: columnChoices },
    showIf: (o) => isGrouped(o.chart),
  })
    .addNumberInput({
      path: 'subgroupSize',
      name: 'Subgroup size',
      description: 'As the control plan says where empty, else 5; 0: as many as share the columns',
      category,
      settings: { min: 0, max: 1000, integer: true },
      showIf: (o) => isGrouped(o.chart),
    })
    .addNumberInput({
      path: 'countWindow',
      name: 'Count by (minutes)',
      description:
        'A point each, unless cells share columns; points in which few failures are expected become one. 0: as many cells as tell something',
      category,
      defaultValue: defaults.countWindow,
      settings: { min: 0 },
      showIf: (o) => isCounted(o.chart),
    })
    .addFieldNamePicker({
      path: 'unitsField',
      name: 'Inspected',
      description: 'How many a row tells of; where empty each row is one cell',
      category,
      showIf: (o) => isCounted(o.chart),
    });
}

function limits(b: Builder) {
  const category = ['Limits'];
  b.addRadio({
    path: 'limitsFrom',
    name: 'Control limits',
    category,
    defaultValue: defaults.limitsFrom,
    settings: {
      options: [
        { value: 'plan', label: 'Plan, else baseline' },
        { value: 'baseline', label: 'Baseline' },
      ],
    },
  })
    .addSelect({
      path: 'baseline',
      name: 'Baseline of provisional limits',
      category,
      defaultValue: defaults.baseline,
      settings: {
        options: [
          { value: 'first', label: 'First points' },
          { value: 'period', label: 'Period' },
          { value: 'values', label: 'Stated centre and σ' },
          { value: 'none', label: 'None' },
        ],
      },
    })
    .addNumberInput({
      path: 'baselinePoints',
      name: 'Points',
      category,
      defaultValue: defaults.baselinePoints,
      settings: { min: 8, integer: true },
      showIf: (o) => o.baseline === 'first',
    })
    .addTextInput({
      path: 'baselineFrom',
      name: 'From',
      description: 'ISO time',
      category,
      defaultValue: '',
      showIf: isPeriod,
    })
    .addTextInput({
      path: 'baselineTo',
      name: 'To',
      description: 'ISO time',
      category,
      defaultValue: '',
      showIf: isPeriod,
    })
    .addNumberInput({ path: 'baselineCentre', name: 'Centre', category, showIf: isStated })
    .addNumberInput({ path: 'baselineSigma', name: 'σ', category, showIf: isStated });
  addSpecOptions(b, category);
}

function process(b: Builder) {
  const category = ['Process'];
  b.addNumberInput({
    path: 'maxGap',
    name: 'Longest pause (minutes)',
    description: 'Lines, moving ranges and runs end at a longer one; the plan’s where empty, else 30',
    category,
    settings: { min: 0 },
  }).addMultiSelect({
    path: 'phaseFields',
    name: 'A new phase begins with',
    category,
    defaultValue: defaults.phaseFields,
    settings: { options: [], getOptions: columnChoices },
  });
  addExclusionOptions(b, category);
}

const isPeriod = (o: ControlChartOptions) => o.baseline === 'period';
const isStated = (o: ControlChartOptions) => o.baseline === 'values';
const inputOf = (id: string) => cellCharts.find((t) => t.id === id)?.input;
const isCounted = (id: string) => id === asPlanned || inputOf(id) === 'counts';
const isGrouped = (id: string) => isCounted(id) || inputOf(id) === 'subgroups';
