import { useEffect, useState } from 'react';
import { measurementsOf } from '../send/measurementsOf';
import { outcomeOfFailure } from '../send/Outcome';
import { type EntryForm } from './formChoice';

interface Answer {
  /** `null` until the data source has answered. */
  form: EntryForm | null;
  /** Of the last question; empty where it was answered. */
  failure: string;
}

/** What may be entered, with the limits of an item's product; empty: of any. While another item is asked for, the form of the last stays. */
export function useEntryForm(uid: string, item: string): Answer {
  const [answer, setAnswer] = useState<Answer & { uid: string }>({ uid: '', form: null, failure: '' });
  useEffect(() => {
    let left = uid === '';
    if (!left) {
      measurementsOf(uid)
        .form(item)
        .then(
          (form) => left || setAnswer({ uid, form, failure: '' }),
          (error: unknown) => {
            const outcome = outcomeOfFailure(error);
            return left || setAnswer((before) => ({ ...before, uid, failure: 'text' in outcome ? outcome.text : '' }));
          }
        );
    }
    return () => {
      left = true;
    };
  }, [uid, item]);
  return answer.uid === uid ? answer : { form: null, failure: '' };
}
