import {
  otherFloats,
  otherIntegers,
  otherTags,
  otherTexts,
  visitBooleans,
  visitFloats,
  visitIntegers,
  visitTags,
  visitTexts,
} from '@cellthread/vocabulary';

/** Tag that routes a row to its database on the way through Telegraf; it is not stored. */
const routingTag = 'database';

/**
 * Every name a characteristic, raw value or lot may not take: a value named like a tag blinds the whole measurement, one
 * named like a text field is a type conflict. Telegraf's constants are generated from it.
 */
export const reservedNames: readonly string[] = [
  'time',
  routingTag,
  ...visitTags,
  ...visitTexts,
  ...visitIntegers,
  ...visitFloats,
  ...visitBooleans,
  ...otherTags,
  ...otherTexts,
  ...otherIntegers,
  ...otherFloats,
].sort();

/**
 * What every JavaScript object has: a machine, station or characteristic of such a name breaks whatever groups by it. Refused
 * wherever a name of the plan or of a message becomes a tag, a label or a column.
 */
export const prototypeNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype).sort();

/** Names starting so are kept for material lots. */
const reservedPrefixes = ['lot_'] as const;

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
