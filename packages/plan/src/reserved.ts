/** Tag that routes a row to its database on the way through Telegraf; it is not stored. */
const routingTag = 'database';

/** Tags of the station, environment, state, genealogy, event, rejected, curve and index measurements. */
export const tagNames = [
  'site',
  'line',
  'equipment',
  'product',
  'station',
  'slot',
  'bucket',
  'relation',
  'zone',
  'sensor',
  'kind',
  'reason',
  'position',
] as const;

/** Text fields of a station row; also what a filter may name besides tags. */
export const visitTextFields = [
  'cell_id',
  'item_id',
  'verdict',
  'run_type',
  'position',
  'slot',
  'lane',
  'operator',
  'shift',
  'recipe',
  'recipe_version',
  'work_order',
  'carrier',
  'grade',
  'reason',
  'product_reported',
  'site_reported',
  'line_reported',
  'equipment_reported',
  'verdict_reported',
] as const;

/** Text fields of the other measurements. */
export const otherTextFields = [
  'item_type',
  'zone_reported',
  'sensor_reported',
  'key',
  'child_id',
  'child_type',
  'parent_id',
  'parent_type',
  'unit',
  'reversed',
  'state',
  'program',
  'event_id',
  'target_type',
  'target_id',
  'characteristic',
  'rule',
  'text',
  'author',
  'source',
  'disposition',
  'severity',
  'reference',
  'hold_id',
  'answers',
  'approver',
  'topic',
  'payload',
  'sha256',
  'detail',
  'truncated',
] as const;

/** Integer fields of any measurement. */
export const integerFields = [
  'visit',
  'source_ms',
  'started_ms',
  'received_ms',
  'minute',
  'at',
  'expires_ms',
  'from_ms',
  'to_ms',
  'step',
  'cycle',
] as const;

/** Boolean fields of a station row. */
export const booleanFields = ['history'] as const;

/** Float fields with a fixed meaning that a value must not shadow. */
export const floatFields = ['from_m', 'to_m', 'quantity'] as const;

/**
 * Every name a characteristic, raw value or lot may not take: a value named like a tag blinds the whole measurement, one
 * named like a text field is a type conflict. This is the one list; Telegraf's constants are generated from it.
 */
export const reservedNames: readonly string[] = [
  ...new Set<string>([
    'time',
    routingTag,
    ...tagNames,
    ...visitTextFields,
    ...otherTextFields,
    ...integerFields,
    ...booleanFields,
    ...floatFields,
  ]),
].sort();

/**
 * What every JavaScript object has: a machine, station or characteristic of such a name breaks whatever groups by it. Refused
 * wherever a name of the plan or of a message becomes a tag, a label or a column.
 */
export const prototypeNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype).sort();

/** Names starting so are kept for material lots. */
export const reservedPrefixes = ['lot_'] as const;

export const valueNamePattern = /^[a-z][a-z0-9_]{0,62}$/;

/** Tags, topic segments and ids of the plan. */
export const segmentPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

export function isReserved(name: string): boolean {
  return (
    reservedNames.includes(name) ||
    prototypeNames.includes(name) ||
    reservedPrefixes.some((prefix) => name.startsWith(prefix))
  );
}
