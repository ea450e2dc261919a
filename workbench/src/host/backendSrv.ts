import { AppEvents } from '@grafana/data';
import {
  getAppEvents,
  type BackendSrv,
  type BackendSrvRequest,
  type FetchError,
  type FetchResponse,
} from '@grafana/runtime';
import { lastValueFrom, Observable, throwError } from 'rxjs';

/** Running requests by `requestId`: a newer one cancels the older. */
const running = new Map<string, AbortController>();

function address({ url, params }: BackendSrvRequest): string {
  const path = /^(https?:)?\//.test(url) ? url : `/${url}`;
  const pairs = Object.entries(params ?? {}).flatMap(([key, value]): string[][] =>
    value == null ? [] : Array.isArray(value) ? value.map((one) => [key, String(one)]) : [[key, String(value)]]
  );
  return pairs.length ? `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(pairs)}` : path;
}

async function read(response: Response, type: BackendSrvRequest['responseType']): Promise<unknown> {
  if (type === 'blob' || type === 'arraybuffer') {
    return type === 'blob' ? response.blob() : response.arrayBuffer();
  }
  const text = await response.text();
  if (type === 'text') {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function body(request: BackendSrvRequest): { body?: BodyInit; headers: Record<string, string> } {
  const headers = { ...request.headers };
  const { data } = request;
  if (data === undefined || data === null) {
    return { headers };
  }
  if (typeof data === 'string' || data instanceof FormData || data instanceof Blob || data instanceof URLSearchParams) {
    return { body: data, headers };
  }
  return { body: JSON.stringify(data), headers: { 'Content-Type': 'application/json', ...headers } };
}

const cancelled = (config: BackendSrvRequest): FetchError => ({
  status: -1,
  statusText: 'Request was aborted',
  cancelled: true,
  data: null,
  config,
});

/** Fetches once subscribed; unsubscribing aborts. A status outside 2xx is an error of Grafana's shape. */
function fetchObservable<T>(config: BackendSrvRequest): Observable<FetchResponse<T>> {
  return new Observable((subscriber) => {
    const abort = new AbortController();
    const { requestId, method = 'GET' } = config;
    if (requestId) {
      running.get(requestId)?.abort();
      running.set(requestId, abort);
    }
    config.abortSignal?.addEventListener('abort', () => abort.abort());
    fetch(address(config), { method, ...body(config), signal: abort.signal, credentials: 'same-origin' })
      .then(async (response) => {
        const { status, statusText, ok, headers, redirected, type, url } = response;
        const data = (await read(response, config.responseType)) as T;
        if (!ok) {
          const text = (data as { message?: string } | null)?.message;
          throw {
            status,
            statusText,
            data: typeof data === 'object' ? data : { message: data },
            message: text,
            config,
          };
        }
        subscriber.next({ data, status, statusText, ok, headers, redirected, type, url, config });
        subscriber.complete();
      })
      .catch((error) => subscriber.error(abort.signal.aborted ? cancelled(config) : toFetchError(error, config)));
    return () => {
      abort.abort();
      if (requestId && running.get(requestId) === abort) {
        running.delete(requestId);
      }
    };
  });
}

function toFetchError(error: FetchError | Error, config: BackendSrvRequest): FetchError {
  return 'status' in error
    ? error
    : { status: 0, statusText: error.message, message: error.message, data: { message: error.message }, config };
}

/** As in Grafana, the promise methods tell the user about a failure unless the caller said not to. */
async function request<T>(options: BackendSrvRequest): Promise<T> {
  try {
    const { data } = await lastValueFrom(fetchObservable<T>(options));
    const message = (data as { message?: string } | null)?.message;
    if (message && options.showSuccessAlert !== false && options.method && options.method !== 'GET') {
      getAppEvents().publish({ type: AppEvents.alertSuccess.name, payload: [message] });
    }
    return data;
  } catch (error) {
    const failure = error as FetchError<{ message?: string }>;
    if (!failure.cancelled && options.showErrorAlert !== false) {
      const text = failure.data?.message ?? failure.statusText ?? 'Request failed';
      getAppEvents().publish({ type: AppEvents.alertError.name, payload: [text] });
    }
    throw failure;
  }
}

export const backendSrv: BackendSrv = {
  fetch: fetchObservable,
  request,
  datasourceRequest: <T>(options: BackendSrvRequest) => lastValueFrom(fetchObservable<T>(options)),
  get: (url, params, requestId, options) => request({ ...options, url, params, requestId, method: 'GET' }),
  delete: (url, data, options) => request({ ...options, url, data, method: 'DELETE' }),
  post: (url, data, options) => request({ ...options, url, data, method: 'POST' }),
  patch: (url, data, options) => request({ ...options, url, data, method: 'PATCH' }),
  put: (url, data, options) => request({ ...options, url, data, method: 'PUT' }),
  chunked: () => throwError(() => new Error('chunked requests are not part of the workbench')),
};
