import { Fragment, useMemo } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import type { Lookup } from '@cellthread/vocabulary';
import type { CellsDatasource } from '../CellsDatasource';
import { EditorContext } from '../editor/EditorContext';
import { OneOf } from '../editor/OneOf';
import { Sentence } from '../editor/Sentence';
import type { CellsQuery, LookupQuery } from '../query';
import type { CellsSettings } from '../settings';
import { lookupKinds, missingOfLookup } from './lookupKinds';
import { valueRoute } from '../lookups/valueRoute';

type Props = QueryEditorProps<CellsDatasource, CellsQuery, CellsSettings, LookupQuery>;

/** List … within site …, line … */
export function LookupEditor({ query, datasource, onChange }: Props) {
  const context = useMemo(() => ({ datasource }), [datasource]);
  const set = (change: Partial<LookupQuery>) =>
    onChange({ ...query, queryType: 'variable', refId: 'variable', ...change });
  const kind = lookupKinds.find(({ value }) => value === query.kind);
  const missing = missingOfLookup({ ...query });
  return (
    <EditorContext.Provider value={context}>
      <Sentence>
        List
        <OneOf
          label="Kind of list"
          placeholder="choose"
          fixed
          options={lookupKinds}
          value={query.kind || undefined}
          onChange={(value) => set({ kind: value as Lookup | undefined })}
        />
        {kind?.value === 'filter-values' && (
          <>
            of
            <OneOf
              label="Key"
              placeholder="choose"
              route="filter-keys"
              scope={{ station: query.station }}
              value={query.key}
              onChange={(key) => set({ key })}
            />
          </>
        )}
        {kind?.within.map((key, index) => (
          <Fragment key={key}>
            {index === 0 ? 'within' : ''} {key}
            <OneOf
              label={key}
              placeholder="all"
              optional
              route={valueRoute(key).route}
              value={query[key]}
              onChange={(value) => set({ [key]: value })}
            />
          </Fragment>
        ))}
      </Sentence>
      {missing && (
        <Sentence>
          Choose {missing === 'what to list' ? missing : `a ${missing}`}; until then the list is empty.
        </Sentence>
      )}
    </EditorContext.Provider>
  );
}
