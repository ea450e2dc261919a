import { FiltersEditor } from '../../editor/FiltersEditor';
import { Sentence } from '../../editor/Sentence';
import type { KindEditorProps } from '../QueryKind';
import type { ShiftsQuery } from './ShiftsQuery';

const KEYS = [{ value: 'site' }, { value: 'line' }];

/** Show the shift of each line, where … */
export function ShiftsEditor({ query, onChange }: KindEditorProps<ShiftsQuery>) {
  return (
    <>
      <Sentence>Show the shift of each line</Sentence>
      <FiltersEditor filters={query.filters} keys={KEYS} scope={{}} onChange={(filters) => onChange({ filters })} />
    </>
  );
}
