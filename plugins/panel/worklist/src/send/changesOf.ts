import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { type Outcome, outcomeOfFailure } from './Outcome';

/** A proposed change as it stands (`GET control-limits`, `GET plan-revisions`). */
export interface Proposal {
  id: string;
  route: (typeof routes)[number];
  author: string;
  reason: string;
  proposed_ms: number;
  approvals: Array<{ by: string }>;
  /** Why it cannot be approved any more; empty where it can. */
  stale?: string;
  rows: Array<{
    measurement: string;
    tags: Record<string, string>;
    fields: Record<string, string | number | boolean>;
    withdraws?: boolean;
  }>;
}

const routes = ['control-limits', 'plan-revisions'] as const;

/** What is proposed at the data source with a uid, and the deciding of it. */
export function changesOf(uid: string) {
  const url = (route: string) => `/api/datasources/uid/${encodeURIComponent(uid)}/resources/${route}`;
  const silent = { showErrorAlert: false, showSuccessAlert: false };
  return {
    open: async (): Promise<Proposal[]> => {
      const lists = await Promise.all(
        routes.map(async (route) => {
          const request = { url: `${url(route)}?state=open`, ...silent };
          const { data } = await lastValueFrom(getBackendSrv().fetch<{ proposals: Proposal[] }>(request));
          return data.proposals.map((proposal) => ({ ...proposal, route }));
        })
      );
      return lists.flat();
    },
    /** Each decides once: what is sent again is the same. */
    decide: async (
      { id, route }: Proposal,
      what: 'approve' | 'reject',
      site: string,
      text: string
    ): Promise<Outcome> => {
      const request = { url: url(route), method: 'POST', headers: { 'Idempotency-Key': `${what}/${id}` }, ...silent };
      const body = { do: what, proposal: id, site, ...(text && { text }) };
      try {
        await lastValueFrom(getBackendSrv().fetch({ ...request, data: body }));
        return { state: 'stored', text: '' };
      } catch (error) {
        return outcomeOfFailure(error);
      }
    },
  };
}
