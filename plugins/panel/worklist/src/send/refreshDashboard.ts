interface Scene {
  state?: { $timeRange?: { onRefresh?: () => void } };
}

/** Asks the dashboard on screen to read anew. Grafana has no other way for panels; where there is none, the next refresh shows it. */
export function refreshDashboard(): void {
  const { __grafanaSceneContext: scene } = globalThis as { __grafanaSceneContext?: Scene };
  scene?.state?.$timeRange?.onRefresh?.();
}
