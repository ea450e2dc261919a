import { useEffect, useState } from 'react';
import { getBackendSrv, type FetchError } from '@grafana/runtime';

const EVERY_MS = 5000;

export interface Polled<T> {
  /** The last answer there was. */
  value?: T;
  /** Why the last question has none. */
  error?: string;
}

/** The answer of a GET, asked again every five seconds; both undefined while the first is under way. */
export function usePolled<T>(url: string): Polled<T> {
  const [polled, setPolled] = useState<Polled<T>>({});
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () =>
      getBackendSrv()
        .get<T>(url, undefined, undefined, { showErrorAlert: false })
        .then(
          (value) => ({ value }),
          (error: FetchError<{ message?: string }>) => ({
            error: error.data?.message ?? error.statusText ?? 'the workbench does not answer',
          })
        )
        .then((answer) => {
          if (current) {
            setPolled((before) => ({ value: before.value, ...answer }));
            timer = setTimeout(ask, EVERY_MS);
          }
        });
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [url]);
  return polled;
}
