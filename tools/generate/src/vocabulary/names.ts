const initialisms: Record<string, string> = { ok: 'OK', nok: 'NOK', id: 'ID', ids: 'IDs', mes: 'MES' };

const parts = (name: string): string[] => name.split(/[_-]/);
const capital = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);

/** `event_kinds` → `eventKinds`. */
export const camel = (name: string): string =>
  parts(name)
    .map((part, index) => (index ? capital(part) : part))
    .join('');

/** `event_kinds` → `EventKinds`. */
export const pascal = (name: string): string => parts(name).map(capital).join('');

/** `rule_ids` → `RuleIDs`: as Go writes exported names. */
export const exported = (name: string): string =>
  parts(name)
    .map((part) => initialisms[part] ?? capital(part))
    .join('');

/** `event_kinds` → `EVENT_KINDS`. */
export const upper = (name: string): string => parts(name).join('_').toUpperCase();

/** `event_kinds` → `event_kind`. */
export const singular = (name: string): string => name.replace(/s$/, '');
