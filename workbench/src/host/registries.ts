import {
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  type TransformerRegistryItem,
} from '@grafana/data';
import { standardFields } from './standardFields';

const EDITORS = [
  'text number boolean select multi-select radio slider color unit links mappings thresholds stats-picker field-name',
  'timezone strings fieldColor dashboard-uid actions series-config-editor',
].flatMap((ids) => ids.split(' '));

/** The library lists a few transformers under two names; a registry refuses the second. */
function transformers(): TransformerRegistryItem[] {
  const byId = new Map(Object.values(standardTransformers).map((transformer) => [transformer.id, transformer]));
  return [...byId.values()].map((transformer) => ({
    id: transformer.id,
    name: transformer.name,
    description: transformer.description,
    transformation: async () => transformer,
    editor: () => null,
    imageDark: '',
    imageLight: '',
  })) as unknown as TransformerRegistryItem[];
}

/** Fills the registries that Grafana core fills before any panel is loaded. */
export function fillRegistries(): void {
  standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: () => null })));
  standardFieldConfigEditorRegistry.setInit(standardFields);
  standardTransformersRegistry.setInit(transformers);
}
