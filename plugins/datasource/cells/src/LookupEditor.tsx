import type { QueryEditorProps } from '@grafana/data';
import { Combobox, InlineField, InlineFieldRow, Input } from '@grafana/ui';
import type { CellsDatasource } from './CellsDatasource';
import type { CellsQuery, LookupQuery } from './query';
import type { CellsSettings } from './settings';

const KINDS = ['sites', 'lines', 'stations', 'equipment', 'positions', 'characteristics', 'products', 'lots'];
const SCOPE = ['site', 'line', 'station', 'equipment'] as const;

type Props = QueryEditorProps<CellsDatasource, CellsQuery, CellsSettings, LookupQuery>;

/** The editor of a dashboard variable: what to list, and within what. */
export function LookupEditor({ query, onChange }: Props) {
  const set = (change: Partial<LookupQuery>) =>
    onChange({ ...query, queryType: 'variable', refId: 'variable', ...change });
  return (
    <InlineFieldRow>
      <InlineField label="List" labelWidth={10}>
        <Combobox
          width={24}
          options={KINDS.map((value) => ({ value }))}
          value={query.kind ?? null}
          onChange={({ value }) => set({ kind: value })}
        />
      </InlineField>
      {SCOPE.map((key) => (
        <InlineField key={key} label={`within ${key}`} labelWidth={18} tooltip="A name or a variable; empty for all">
          <Input
            width={20}
            placeholder={`$${key}`}
            defaultValue={query[key] ?? ''}
            onBlur={(event) => set({ [key]: event.currentTarget.value.trim() || undefined })}
          />
        </InlineField>
      ))}
    </InlineFieldRow>
  );
}
