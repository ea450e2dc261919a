import { useContext, useEffect, useState } from 'react';
import { EditorContext } from '../editor/EditorContext';
import type { Option } from './Option';
import type { Vocabulary } from './Vocabulary';

type List = Exclude<keyof Vocabulary, 'queryTypes'>;

/** The words of one list of the backend's vocabulary, as options; undefined until they arrive. */
export function useWords(list: List): Option[] | undefined {
  const { datasource } = useContext(EditorContext);
  const [words, setWords] = useState<Option[]>();
  useEffect(() => {
    let left = false;
    datasource.lookups.vocabulary().then(
      (vocabulary) => left || setWords(vocabulary[list].map((value) => ({ value, label: value }))),
      () => undefined // typed values are accepted all the same
    );
    return () => {
      left = true;
    };
  }, [datasource, list]);
  return words;
}
