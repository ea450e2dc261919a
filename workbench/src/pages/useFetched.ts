import { useEffect, useState } from 'react';
import { getBackendSrv, type FetchError } from '@grafana/runtime';

/** The answer of a GET, or why there is none; both undefined while it is under way. */
export function useFetched<T>(url: string): { value?: T; error?: string } {
  const [state, setState] = useState<{ url: string; value?: T; error?: string }>({ url });
  useEffect(() => {
    let current = true;
    getBackendSrv()
      .get<T>(url, undefined, undefined, { showErrorAlert: false })
      .then(
        (value) => current && setState({ url, value }),
        (error: FetchError<{ message?: string }>) =>
          current && setState({ url, error: error.data?.message ?? error.statusText ?? 'no answer' })
      );
    return () => {
      current = false;
    };
  }, [url]);
  return state.url === url ? state : {};
}
