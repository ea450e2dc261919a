import { useMemo, useState } from 'react';

/** One of several streams that is drawn alone. */
export interface Alone {
  /** Its place among the names; -1 while all are drawn. */
  at: number;
  hidden: ReadonlySet<string>;
  /** Draws it alone, or all again where it was. A stream that is the only one stays. */
  choose: (name: string) => void;
}

/** Which stream was chosen in the legend; one that the data has no more hides no others. */
export function useAlone(names: readonly string[]): Alone {
  const [alone, setAlone] = useState<string | null>(null);
  const at = alone === null ? -1 : names.indexOf(alone);
  const hidden = useMemo(() => new Set(at < 0 ? [] : names.filter((_, i) => i !== at)), [names, at]);
  return {
    at,
    hidden,
    choose: (name) => {
      if (names.length > 1) {
        setAlone(at >= 0 && name === names[at] ? null : name);
      }
    },
  };
}
