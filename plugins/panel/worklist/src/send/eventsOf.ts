import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { type Entry } from '../actions/statements';
import { type Outcome, outcomeOfFailure } from './Outcome';

/** What the asker may store now. */
export interface Rights {
  kinds: string[];
  /** Whether values may be entered. */
  measurements?: boolean;
  why?: string;
}

/** What the data source with a uid stores, as whoever is logged in. */
export function eventsOf(uid: string) {
  const url = (route: string) => `/api/datasources/uid/${encodeURIComponent(uid)}/resources/${route}`;
  const silent = { showErrorAlert: false, showSuccessAlert: false };
  return {
    rights: async (): Promise<Rights> =>
      (await lastValueFrom(getBackendSrv().fetch<Rights>({ url: url('rights'), ...silent }))).data,
    /** @param choice the cause or action of the plan that was chosen */
    store: async ({ key, statement }: Entry, text: string, choice?: string): Promise<Outcome> => {
      const request = { url: url('events'), method: 'POST', headers: { 'Idempotency-Key': key }, ...silent };
      const body = { ...statement, ...(text && { text }), ...(choice && { reference: choice }) };
      try {
        const { data } = await lastValueFrom(getBackendSrv().fetch<{ notices?: string[] }>({ ...request, data: body }));
        return { state: 'stored', text: data.notices?.join(' ') ?? '' };
      } catch (error) {
        return outcomeOfFailure(error);
      }
    },
  };
}
