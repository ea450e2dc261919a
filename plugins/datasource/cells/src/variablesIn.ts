const VARIABLE = /\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\]/g;

/** The variables that a stored query names, e.g. `$station`; alert rules send them as they are. */
export function variablesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [...new Set(value.match(VARIABLE) ?? [])];
  }
  const parts = value && typeof value === 'object' ? Object.entries(value) : [];
  return [...new Set(parts.flatMap(([key, part]) => (key === 'datasource' ? [] : variablesIn(part))))];
}
