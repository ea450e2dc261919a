import { IconButton } from '@grafana/ui';
import { OneOf } from '../../editor/OneOf';
import { Sentence } from '../../editor/Sentence';
import { Typed } from '../../editor/Typed';
import type { CellColumn } from './JoinQuery';
import { columnSources, sourceOf, type Source } from './columnSources';

interface Props {
  column: CellColumn;
  onChange: (column: CellColumn) => void;
  onRemove: () => void;
  /** Undefined at the end of the list. */
  onUp?: () => void;
  onDown?: () => void;
}

/** with … of the visit, environment or machine state at … */
export function ColumnRow({ column, onChange, onRemove, onUp, onDown }: Props) {
  const { station } = column;
  const source = sourceOf(column);
  const info = columnSources.find(({ value }) => value === source);
  const still = () => undefined;
  return (
    <Sentence>
      with
      <OneOf
        label="Column"
        placeholder="choose"
        route={source === 'field' && station ? 'filter-keys' : undefined}
        scope={{ station }}
        options={info?.names?.map((value) => ({ value }))}
        value={column[source]}
        onChange={(name = '') => onChange({ ...column, [source]: name })}
      />
      of the
      <OneOf
        label="Source"
        fixed
        options={columnSources}
        value={source}
        onChange={(chosen) => onChange({ station, [chosen as Source]: '' })}
      />
      at
      <OneOf
        label="Station of the column"
        placeholder="choose a station"
        route="stations"
        value={station || undefined}
        onChange={(chosen = '') => onChange({ ...column, station: chosen })}
      />
      {info?.maxAge && (
        <>
          not older than
          <Typed
            label="Oldest reading"
            width={10}
            placeholder={info.maxAge}
            value={column.maxAge}
            onChange={(maxAge) => onChange({ ...column, maxAge })}
          />
        </>
      )}
      <IconButton name="arrow-up" tooltip="Move left in the table" disabled={!onUp} onClick={onUp ?? still} />
      <IconButton name="arrow-down" tooltip="Move right in the table" disabled={!onDown} onClick={onDown ?? still} />
      <IconButton name="times" tooltip="Remove this column" onClick={onRemove} />
    </Sentence>
  );
}
