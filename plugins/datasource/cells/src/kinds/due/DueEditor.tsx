import { FiltersEditor } from '../../editor/FiltersEditor';
import { Sentence } from '../../editor/Sentence';
import { Typed } from '../../editor/Typed';
import type { KindEditorProps } from '../QueryKind';
import type { DueQuery } from './DueQuery';

const KEYS = ['site', 'line', 'station', 'equipment'].map((value) => ({ value }));

/** Show what is due within …, where … */
export function DueEditor({ query, onChange }: KindEditorProps<DueQuery>) {
  return (
    <>
      <Sentence>
        Show what is due within
        <Typed label="Ahead" placeholder="24h" value={query.ahead} onChange={(ahead) => onChange({ ahead })} />
      </Sentence>
      <FiltersEditor filters={query.filters} keys={KEYS} scope={{}} onChange={(filters) => onChange({ filters })} />
    </>
  );
}
