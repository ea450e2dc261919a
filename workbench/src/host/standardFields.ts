import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldConfigProperty as P,
  identityOverrideProcessor,
  numberOverrideProcessor,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type FieldConfigPropertyItem,
} from '@grafana/data';

type Item = FieldConfigPropertyItem;

/** Editing panels is no part of the workbench, so no option has an editor. */
const noEditor = () => null;

function field(id: P, process: unknown = identityOverrideProcessor, more: Partial<Item> = {}): Item {
  return {
    id,
    path: id,
    name: id,
    editor: noEditor,
    override: noEditor,
    process: process as Item['process'],
    shouldApply: () => true,
    settings: {},
    category: ['Standard options'],
    ...more,
  } as Item;
}

const thresholds = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

/** The standard field options every Grafana panel has, with the processors that defaults and overrides go through. */
export const standardFields = (): Item[] => [
  field(P.Unit, unitOverrideProcessor),
  field(P.Min, numberOverrideProcessor),
  field(P.Max, numberOverrideProcessor),
  field(P.FieldMinMax, booleanOverrideProcessor),
  field(P.Decimals, numberOverrideProcessor),
  field(P.DisplayName, displayNameOverrideProcessor, { settings: { expandTemplateVars: true } }),
  field(P.Color),
  field(P.NoValue, stringOverrideProcessor),
  field(P.Links, dataLinksOverrideProcessor, { settings: { expandTemplateVars: true } }),
  field(P.Actions),
  field(P.Mappings, valueMappingsOverrideProcessor, { defaultValue: [] }),
  field(P.Thresholds, thresholdsOverrideProcessor, { defaultValue: thresholds }),
  field(P.Filterable, booleanOverrideProcessor),
];
