import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A rule of the provisioned file, as far as its query is concerned. */
export interface AlertRule {
  uid: string;
  title: string;
  noDataState: string;
  execErrState: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  data: Array<{
    refId: string;
    datasourceUid: string;
    relativeTimeRange: { from: number; to: number };
    model: Record<string, unknown>;
  }>;
}

const file = join(__dirname, '../../provisioning/alerting/rules.yaml');
const { groups } = parse(readFileSync(file, 'utf8')) as { groups: Array<{ rules: AlertRule[] }> };

/** Every provisioned alert rule. */
export const alertRules: AlertRule[] = groups.flatMap((group) => group.rules);
