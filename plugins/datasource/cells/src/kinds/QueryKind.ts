import type { ComponentType } from 'react';
import type { CellsQuery } from '../query';
import type { Listed } from './Listed';

export interface KindEditorProps<Q extends CellsQuery> {
  query: Q;
  /** Changes fields; the query runs as soon as it is complete. */
  onChange: (change: Partial<Q>) => void;
}

export interface Example<Q extends CellsQuery> {
  title: string;
  query: Omit<Q, 'refId' | 'queryType'>;
}

/** All that the browser knows of one query type. */
export interface QueryKind<Q extends CellsQuery = CellsQuery> {
  /** The queryType; its name never changes. */
  id: string;
  label: string;
  description: string;
  /** Whether alert rules can read its answer. */
  alertable: boolean;
  /** What a new query of this type says. */
  defaults: Omit<Q, 'refId' | 'queryType'>;
  /** Lists whose emptiness means "no restriction". */
  openLists: ReadonlyArray<keyof Q & string>;
  /** What the query still needs, as the end of "Choose …"; undefined when it is complete. */
  missing: (query: Q) => string | undefined;
  /** The query as a phrase, for collapsed rows and lists. */
  text: (query: Q) => string;
  /** What may be asked, of the stations that the data source lists. */
  examples: (listed: Listed) => Array<Example<Q>>;
  Editor: ComponentType<KindEditorProps<Q>>;
}
