/** What is loaded under a key, once; a load that failed is tried again the next time it is asked for. */
export function loadOnce<T>(loads: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const known = loads.get(key);
  if (known) {
    return known;
  }
  const loading = load();
  loads.set(key, loading);
  loading.catch(() => loads.delete(key));
  return loading;
}
