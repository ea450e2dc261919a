/** What a benchmark reads of a rule in the workbench's list. */
export interface ListedRule {
  uid: string;
  name: string;
  health: string;
  /** Seconds that its last evaluation took. */
  evaluationTime: number;
  lastEvaluation: string;
  labels: Record<string, string>;
}

/** All rules of a workbench, and how each fared last. */
export async function rulesOf(workbench: string): Promise<ListedRule[]> {
  const answer = await fetch(`${workbench}/api/prometheus/grafana/api/v1/rules`);
  if (!answer.ok) {
    throw new Error(`the rules of ${workbench} cannot be listed: ${await answer.text()}`);
  }
  const { data } = (await answer.json()) as { data: { groups: Array<{ rules: ListedRule[] }> } };
  return data.groups.flatMap(({ rules }) => rules);
}
