import { Button } from '@grafana/ui';
import type { VisitChoice } from '@cellthread/vocabulary';
import { FiltersEditor } from '../../editor/FiltersEditor';
import { OneOf } from '../../editor/OneOf';
import { Sentence } from '../../editor/Sentence';
import type { CellColumn, JoinQuery } from './JoinQuery';
import type { KindEditorProps } from '../QueryKind';
import { RunTypes } from '../RunTypes';
import { visitOptions } from '../visitOptions';
import { ColumnRow } from './ColumnRow';

const JOINS = [
  {
    value: 'left',
    label: 'even if',
    description: 'their values stay missing',
  },
  { value: 'inner', label: 'but not if', description: 'such cells are left out' },
];

/** One row for every cell of …, with the columns …, where … */
export function CellsEditor({ query, onChange }: KindEditorProps<JoinQuery>) {
  const columns = query.columns ?? [];
  const setColumns = (changed: CellColumn[]) => onChange({ columns: changed });
  const anchor = query.anchor || columns[0]?.station;
  const stations = [...new Set([anchor, ...columns.map(({ station }) => station)])].filter((one): one is string =>
    Boolean(one)
  );
  return (
    <>
      <Sentence>
        One row for every cell with a visit at
        <OneOf
          label="Anchor"
          placeholder={columns[0]?.station || 'the first column’s station'}
          route="stations"
          optional
          value={query.anchor || undefined}
          onChange={(station = '') => onChange({ anchor: station })}
        />
        <OneOf
          label="Join"
          fixed
          options={JOINS}
          value={query.join ?? 'left'}
          onChange={(join) => onChange({ join: join as JoinQuery['join'] })}
        />
        another station has no record of it;
        <OneOf
          label="Visits"
          fixed
          options={visitOptions}
          value={query.visits ?? 'first'}
          onChange={(visits) => onChange({ visits: visits as VisitChoice })}
        />
        visits, runs
        <RunTypes values={query.runTypes} onChange={(runTypes) => onChange({ runTypes })} />
      </Sentence>
      {columns.map((column, index) => (
        <ColumnRow
          key={index}
          column={column}
          onChange={(changed) => setColumns(columns.map((one, i) => (i === index ? changed : one)))}
          onRemove={() => setColumns(columns.filter((_, i) => i !== index))}
          onUp={index > 0 ? () => setColumns(swapped(columns, index - 1)) : undefined}
          onDown={index < columns.length - 1 ? () => setColumns(swapped(columns, index)) : undefined}
        />
      ))}
      <Sentence>
        <Button
          icon="plus"
          variant="secondary"
          size="sm"
          onClick={() =>
            setColumns([...columns, { station: columns.at(-1)?.station ?? query.anchor ?? '', field: '' }])
          }
        >
          Column
        </Button>
      </Sentence>
      <FiltersEditor
        filters={query.filters}
        scope={{ station: anchor }}
        stations={stations}
        onChange={(filters) => onChange({ filters })}
      />
    </>
  );
}

/** The columns with the one at `index` behind its follower. */
function swapped(columns: CellColumn[], index: number): CellColumn[] {
  const out = [...columns];
  out.splice(index, 2, ...out.slice(index, index + 2).reverse());
  return out;
}
