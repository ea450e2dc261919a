import { travelerParts } from '@cellthread/vocabulary';
import { Sentence } from '../../editor/Sentence';
import { SomeOf } from '../../editor/SomeOf';
import type { TravelerQuery } from './TravelerQuery';
import type { KindEditorProps } from '../QueryKind';
import { CellSearchField } from './CellSearchField';

/** Show … of the record of cell … */
export function TravelerEditor({ query, onChange }: KindEditorProps<TravelerQuery>) {
  return (
    <Sentence>
      Show
      <SomeOf
        label="Parts"
        placeholder="all parts"
        fixed
        options={travelerParts.map((value) => ({ value }))}
        values={query.parts}
        onChange={(parts) => onChange({ parts: parts.length ? parts : undefined })}
      />
      of the record of cell
      <CellSearchField value={query.cellId} onChange={(cellId) => onChange({ cellId })} />
    </Sentence>
  );
}
