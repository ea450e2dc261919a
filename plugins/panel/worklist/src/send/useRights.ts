import { useEffect, useState } from 'react';
import { eventsOf } from './eventsOf';
import { outcomeOfFailure } from './Outcome';

export interface KnownRights {
  kinds: readonly string[];
  /** Why it is not known what the asker may do; empty where it is, and where nothing can be asked. */
  unknown: string;
}

const none: KnownRights = { kinds: [], unknown: '' };

/** What whoever looks may store through a data source: nothing where there is none, or where it may not be asked. */
export function useRights(uid: string): KnownRights {
  const [rights, setRights] = useState({ uid: '', ...none });
  useEffect(() => {
    let left = uid === '';
    if (!left) {
      eventsOf(uid)
        .rights()
        .then(
          ({ kinds }) => left || setRights({ uid, kinds: Array.isArray(kinds) ? kinds : [], unknown: '' }),
          (error: unknown) => {
            const outcome = outcomeOfFailure(error);
            const unknown = outcome.state === 'unknown' ? outcome.text : '';
            return left || setRights({ uid, kinds: [], unknown });
          }
        );
    }
    return () => {
      left = true;
    };
  }, [uid]);
  return rights.uid === uid ? rights : none;
}
