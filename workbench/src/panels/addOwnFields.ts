import { identityOverrideProcessor, type FieldConfigEditorBuilder } from '@grafana/data';

/** Declares a core panel's own field options with their defaults; values pass unchanged, for nobody edits them here. */
export function addOwnFields(builder: FieldConfigEditorBuilder<object>, defaults: Record<string, unknown>): void {
  for (const [path, defaultValue] of Object.entries(defaults)) {
    builder.addCustomEditor({
      id: path,
      path,
      name: path,
      defaultValue,
      editor: () => null,
      override: () => null,
      process: identityOverrideProcessor,
      shouldApply: () => true,
    } as unknown as Parameters<typeof builder.addCustomEditor>[0]);
  }
}
