import { type DataFrame, type Field, type FieldType } from '@grafana/data';

export interface FieldWish {
  /** What the user chose in the options; empty where it is left to the panel. */
  chosen?: string;
  /** Names that are taken without being chosen, best first; compared without case. */
  names?: readonly string[];
  /** Takes the first field of this type when no name fits. */
  type?: FieldType;
  /** Names never taken by type. */
  except?: ReadonlySet<string>;
}

/** A field chosen by the user, else by its name, else by its type. A chosen name that is not there finds nothing. */
export function findField(frame: DataFrame, wish: FieldWish): Field | undefined {
  if (wish.chosen) {
    return frame.fields.find((f) => f.name === wish.chosen);
  }
  for (const name of wish.names ?? []) {
    const field = frame.fields.find((f) => f.name.toLowerCase() === name.toLowerCase());
    if (field) {
      return field;
    }
  }
  return wish.type === undefined
    ? undefined
    : frame.fields.find((f) => f.type === wish.type && !wish.except?.has(f.name.toLowerCase()));
}
