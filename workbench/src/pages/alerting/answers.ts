import type { Language } from '../../../../packages/vocabulary/src/index.gen';

/** What `/api/inbox` and Grafana's list of rules answer, as far as the pages show it. */

export interface NotifiedAlert {
  status: 'firing' | 'resolved';
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  endsAt: string;
  fingerprint: string;
  panelURL: string;
  evidence?: Record<string, string | number | null>;
}

export interface InboxMessage {
  id: number;
  /** Unix ms. */
  at: number;
  route: string;
  notification: { status: 'firing' | 'resolved'; alerts: NotifiedAlert[] };
}

export interface InboxAnswer {
  /** Of the plan; absent: English. */
  language?: Language;
  /** Since when the rules are evaluated, Unix ms. */
  since: number;
  rules: number;
  refused: number;
  failing: number;
  undelivered?: string;
  /** Messages since then; the newest of them are kept. */
  sent: number;
  messages: InboxMessage[];
}

export interface Rule {
  uid: string;
  name: string;
  state: 'firing' | 'pending' | 'recovering' | 'inactive';
  health: 'ok' | 'nodata' | 'error' | 'unknown' | 'refused';
  lastError: string;
  lastEvaluation?: string;
  /** Seconds. */
  evaluationTime?: number;
  skipped?: number;
  alerts: Array<{ labels: Record<string, string>; state: string; activeAt: string }>;
}

export interface RulesAnswer {
  data: { groups: Array<{ name: string; interval: number; rules: Rule[] }> };
}
