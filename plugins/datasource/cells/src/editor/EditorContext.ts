import { createContext } from 'react';
import type { CellsDatasource } from '../CellsDatasource';

interface Editing {
  datasource: Pick<CellsDatasource, 'lookups' | 'variableNames'>;
}

/** What every field of an editor needs; provided by the query, annotation and variable editors. */
export const EditorContext = createContext<Editing>({} as Editing);
