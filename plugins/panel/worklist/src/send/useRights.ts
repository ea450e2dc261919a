import { useEffect, useState } from 'react';
import { eventsOf } from './eventsOf';
import { outcomeOfFailure } from './Outcome';

export interface KnownRights {
  kinds: readonly string[];
  /** Whether values may be entered. */
  measurements: boolean;
  /** The kinds of events of proposed changes that the asker may store. */
  changes: readonly string[];
  /** What is missing where something may not be done, as the data source says it. */
  why: string;
  /** False until it has answered. */
  known: boolean;
  /** Why it is not known what the asker may do; empty where it is, and where nothing can be asked. */
  unknown: string;
}

const none: KnownRights = { kinds: [], measurements: false, changes: [], why: '', known: false, unknown: '' };

/** What whoever looks may store through a data source: nothing where there is none, or where it may not be asked. */
export function useRights(uid: string): KnownRights {
  const [rights, setRights] = useState({ uid: '', ...none });
  useEffect(() => {
    let left = uid === '';
    if (!left) {
      eventsOf(uid)
        .rights()
        .then(
          ({ kinds, measurements = false, changes = [], why = '' }) =>
            left ||
            setRights({
              ...{ uid, kinds: Array.isArray(kinds) ? kinds : [], measurements, changes, why },
              ...{ known: true, unknown: '' },
            }),
          (error: unknown) => {
            const outcome = outcomeOfFailure(error);
            const why = 'text' in outcome ? outcome.text : '';
            const unknown = outcome.state === 'unknown' ? why : '';
            return left || setRights({ uid, ...none, known: true, why, unknown });
          }
        );
    }
    return () => {
      left = true;
    };
  }, [uid]);
  return rights.uid === uid ? rights : none;
}
