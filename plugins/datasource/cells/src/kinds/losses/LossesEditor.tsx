import { lossGroups, lossLabels } from '@cellthread/vocabulary';
import { FiltersEditor } from '../../editor/FiltersEditor';
import { OneOf } from '../../editor/OneOf';
import { Sentence } from '../../editor/Sentence';
import type { LossesQuery } from './LossesQuery';
import type { KindEditorProps } from '../QueryKind';

const BY = lossGroups.map((value) => ({ value, label: value }));
const KEYS = lossLabels.map((value) => ({ value }));

/** What episodes cost, by …, where … */
export function LossesEditor({ query, onChange }: KindEditorProps<LossesQuery>) {
  return (
    <>
      <Sentence>
        What every episode cost, summed by
        <OneOf
          label="By"
          optional
          placeholder="nothing: a row an episode"
          options={BY}
          value={query.by || undefined}
          onChange={(by) => onChange({ by })}
        />
      </Sentence>
      <FiltersEditor filters={query.filters} keys={KEYS} onChange={(filters) => onChange({ filters })} />
    </>
  );
}
