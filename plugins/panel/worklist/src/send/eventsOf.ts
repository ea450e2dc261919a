import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { actions } from '../actions/actions';
import { type Entry } from '../actions/statements';
import { type Answer, awaitAnswer } from './awaitAnswer';
import { type Outcome, outcomeOfFailure } from './Outcome';

/** What the asker may store now. */
export interface Rights {
  kinds: string[];
  /** Whether values may be entered. */
  measurements?: boolean;
  /** The kinds of events of proposed changes. */
  changes?: string[];
  why?: string;
}

interface Stored {
  event?: { event_id: string; target_id: string };
  notices?: string[];
}

/** What the data source with a uid stores, as whoever is logged in. */
export function eventsOf(uid: string) {
  const url = (route: string) => `/api/datasources/uid/${encodeURIComponent(uid)}/resources/${route}`;
  const silent = { showErrorAlert: false, showSuccessAlert: false };
  return {
    rights: async (): Promise<Rights> =>
      (await lastValueFrom(getBackendSrv().fetch<Rights>({ url: url('rights'), ...silent }))).data,
    /**
     * What a machine is asked for is over when it is known what became of it.
     * @param choice the cause or action of the plan that was chosen
     * @param amount by how much a value is to be set higher
     */
    store: async ({ key, statement }: Entry, text: string, choice?: string, amount?: number): Promise<Outcome> => {
      const request = { url: url('events'), method: 'POST', headers: { 'Idempotency-Key': key }, ...silent };
      const body = {
        ...statement,
        ...(text && { text }),
        ...(choice && { reference: choice }),
        ...(amount && { amount }),
      };
      try {
        const { data } = await lastValueFrom(getBackendSrv().fetch<Stored>({ ...request, data: body }));
        const stored = { state: 'stored', text: data.notices?.join(' ') ?? '' } as const;
        if (!actions[statement.kind].asked || !data.event) {
          return stored;
        }
        const { event_id, target_id } = data.event;
        const of = `requests/${encodeURIComponent(event_id)}?target=${encodeURIComponent(target_id)}`;
        const asked = await awaitAnswer(
          async () => (await lastValueFrom(getBackendSrv().fetch<Answer>({ url: url(of), ...silent }))).data
        );
        return { ...stored, asked: asked ?? { state: 'unanswered' } };
      } catch (error) {
        return outcomeOfFailure(error);
      }
    },
  };
}
