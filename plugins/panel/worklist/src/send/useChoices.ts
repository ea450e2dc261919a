import { useEffect, useState } from 'react';
import { type ChoiceList } from '../actions/actions';
import { type Choice, choicesOf, common } from './choicesOf';
import { outcomeOfFailure } from './Outcome';

export type KnownChoices =
  | { state: 'reading' }
  /** Empty where the stations have none in common. */
  | { state: 'known'; choices: readonly Choice[] }
  | { state: 'failed'; why: string };

/** What the plan lists for stations, in a language; nothing is asked for where there is nothing to choose. */
export function useChoices(uid: string, list: ChoiceList | undefined, stations: readonly string[], language: string) {
  const [known, setKnown] = useState<KnownChoices>({ state: list ? 'reading' : 'known', choices: [] });
  const names = stations.join(',');
  useEffect(() => {
    let left = !list;
    if (list) {
      const of = names.split(',');
      choicesOf(uid, list, of).then(
        (choices) => left || setKnown({ state: 'known', choices: common(choices, of, language) }),
        (error: unknown) => {
          const outcome = outcomeOfFailure(error);
          return left || setKnown({ state: 'failed', why: 'text' in outcome ? outcome.text : '' });
        }
      );
    }
    return () => {
      left = true;
    };
  }, [uid, list, names, language]);
  return known;
}
