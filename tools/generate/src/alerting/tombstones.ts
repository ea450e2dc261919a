/** Uids that a released version provisioned and this one does not: Grafana keeps them until it is told to delete. */
export const tombstones: { rules: string[]; contactPoints: string[] } = { rules: [], contactPoints: [] };
