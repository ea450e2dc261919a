/** What narrows a list of options; names or variables, empty for no restriction. */
export interface Scope {
  site?: string;
  line?: string;
  station?: string | string[];
  equipment?: string;
  key?: string;
}

/**
 * The scope as parameters of a resource call: lists with commas (identifiers hold none). A variable without a value, and
 * one that stands on All, does not narrow.
 */
export function scopeParams(scope: Scope, replace: (text: string, format: string) => string): Record<string, string> {
  const value = (text: string) => (replace(text, 'text') === 'All' ? '' : replace(text, 'csv'));
  return Object.fromEntries(
    Object.entries(scope)
      .map(([key, texts]: [string, string | string[] | undefined]) => {
        const values = [texts ?? []].flat().map(value);
        return [key, values.some((one) => one.includes('$')) ? '' : values.filter(Boolean).join(',')] as const;
      })
      .filter(([, list]) => list !== '')
  );
}
