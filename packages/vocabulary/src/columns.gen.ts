// Generated from packages/vocabulary/words/columns.yaml by `npm run gen`: do not edit.

/** Columns of the measurements that are no visits. */
export const otherColumns = ["station", "bucket", "relation", "zone", "sensor", "kind", "item_type", "zone_reported", "sensor_reported", "key", "child_id", "child_type", "parent_id", "parent_type", "unit", "reversed", "state", "program", "event_id", "target_type", "target_id", "characteristic", "rule", "text", "author", "source", "disposition", "severity", "reference", "hold_id", "answers", "approver", "topic", "payload", "sha256", "detail", "truncated", "minute", "at", "expires_ms", "from_ms", "to_ms", "step", "cycle", "quantity"] as const;
export type OtherColumn = (typeof otherColumns)[number];

/** Of the other columns: tags. */
export const otherTags = ["station", "bucket", "relation", "zone", "sensor", "kind"] as const;
export type OtherTag = (typeof otherTags)[number];

/** Of the other columns: fields of text. */
export const otherTexts = ["item_type", "zone_reported", "sensor_reported", "key", "child_id", "child_type", "parent_id", "parent_type", "unit", "reversed", "state", "program", "event_id", "target_type", "target_id", "characteristic", "rule", "text", "author", "source", "disposition", "severity", "reference", "hold_id", "answers", "approver", "topic", "payload", "sha256", "detail", "truncated"] as const;
export type OtherText = (typeof otherTexts)[number];

/** Of the other columns: fields of whole numbers. */
export const otherIntegers = ["minute", "at", "expires_ms", "from_ms", "to_ms", "step", "cycle"] as const;
export type OtherInteger = (typeof otherIntegers)[number];

/** Of the other columns: fields of numbers. */
export const otherFloats = ["quantity"] as const;
export type OtherFloat = (typeof otherFloats)[number];
