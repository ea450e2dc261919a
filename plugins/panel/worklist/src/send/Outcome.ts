import { type Answer } from './awaitAnswer';

/** What became of one request. */
export type Outcome =
  | { state: 'waiting' | 'sending' }
  /** `text`: what of it was not stored; empty where all was. `asked`: what became of what a machine was asked for. */
  | { state: 'stored'; text: string; asked?: Answer }
  /** Nothing was stored; `text` is the server's sentence. */
  | { state: 'refused'; text: string }
  /** Nobody knows whether it was stored: the same under its key is stored once. */
  | { state: 'unknown'; text: string };

export const isOver = ({ state }: Outcome) => state !== 'waiting' && state !== 'sending';

interface Failure {
  status?: number;
  statusText?: string;
  message?: string;
  data?: { message?: string } | null;
}

/** 501: the settings of the data source lack a login to write. */
const NOT_IMPLEMENTED = 501;

/** What a request that failed says of whether it was stored. */
export function outcomeOfFailure(error: unknown): Outcome {
  const { status = 0, statusText = '', message = '', data } = (error ?? {}) as Failure;
  const text = data?.message ?? (message || statusText || 'no answer');
  const refused = (status >= 400 && status < 500) || status === NOT_IMPLEMENTED;
  return { state: refused ? 'refused' : 'unknown', text };
}
