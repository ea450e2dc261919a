import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { type EntryForm } from '../entry/formChoice';
import { type Outcome, outcomeOfFailure } from './Outcome';

/** A value as it is sent; what is sent again is the same, under the same key. */
export interface Entered {
  key: string;
  body: {
    site: string;
    station: string;
    equipment: string;
    position?: string;
    item_id: string;
    timestamp_ms: number;
    run_type: string;
    values: Record<string, number | boolean | string>;
    badge?: string;
    note?: string;
  };
}

/** What the data source says of a value that it stored. */
export interface Measured {
  measurement: { visit: number; product: string; values: Array<{ rule?: string }> };
  notices?: string[];
}

/** What may be entered at the data source with a uid, and the entering. */
export function measurementsOf(uid: string) {
  const url = `/api/datasources/uid/${encodeURIComponent(uid)}/resources/measurements`;
  const silent = { showErrorAlert: false, showSuccessAlert: false };
  return {
    form: async (item: string): Promise<EntryForm> => {
      const asked = item === '' ? url : `${url}?item_id=${encodeURIComponent(item)}`;
      return (await lastValueFrom(getBackendSrv().fetch<EntryForm>({ url: asked, ...silent }))).data;
    },
    store: async ({ key, body }: Entered): Promise<{ outcome: Outcome; measured?: Measured }> => {
      const request = { url, method: 'POST', headers: { 'Idempotency-Key': key }, data: body, ...silent };
      try {
        const { data } = await lastValueFrom(getBackendSrv().fetch<Measured>(request));
        return { outcome: { state: 'stored', text: data.notices?.join(' ') ?? '' }, measured: data };
      } catch (error) {
        return { outcome: outcomeOfFailure(error) };
      }
    },
  };
}
