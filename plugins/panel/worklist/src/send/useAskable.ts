import { getBackendSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import { lastValueFrom } from 'rxjs';
import { type Askable } from '../actions/actions';

const none: readonly Askable[] = [];

/** What the plan lets people ask machines for; nothing until that is known, and where it cannot be asked or `wanted` is not. */
export function useAskable(uid: string, wanted: boolean): readonly Askable[] {
  const [known, setKnown] = useState({ uid: '', askable: none });
  useEffect(() => {
    let left = uid === '' || !wanted;
    if (!left) {
      const url = `/api/datasources/uid/${encodeURIComponent(uid)}/resources/requests`;
      const answer = getBackendSrv().fetch<Askable[]>({ url, showErrorAlert: false, showSuccessAlert: false });
      lastValueFrom(answer).then(
        ({ data }) => left || setKnown({ uid, askable: Array.isArray(data) ? data : none }),
        // Nobody asks for what nobody knows to be allowed.
        () => undefined
      );
    }
    return () => {
      left = true;
    };
  }, [uid, wanted]);
  return known.uid === uid ? known.askable : none;
}
