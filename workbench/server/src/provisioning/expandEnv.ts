/**
 * Environment variables in a provisioning file the way Grafana expands them: `$NAME` and `${NAME}` in every text value,
 * unset ones empty, `$$` a plain dollar.
 */
export function expandEnv<T>(value: T, env: Record<string, string | undefined> = process.env): T {
  if (typeof value === 'string') {
    return value.replace(/\$\$|\$\{(\w+)\}|\$(\w+)/g, (all, braced: string, bare: string) =>
      all === '$$' ? '$' : (env[braced ?? bare] ?? '')
    ) as T;
  }
  if (Array.isArray(value)) {
    return value.map((entry) => expandEnv(entry, env)) as T;
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, expandEnv(entry, env)])) as T;
  }
  return value;
}
