import { healthPartMeans, healthParts, healthStateMeans, healthStates } from '@cellthread/vocabulary';
import { FiltersEditor } from '../../editor/FiltersEditor';
import { Sentence } from '../../editor/Sentence';
import { SomeOf } from '../../editor/SomeOf';
import type { KindEditorProps } from '../QueryKind';
import type { HealthQuery } from './HealthQuery';

const PARTS = healthParts.map((value) => ({ value, description: healthPartMeans[value] }));
const STATES = healthStates.map((value) => ({ value, description: healthStateMeans[value] }));
const KEYS = [{ value: 'site' }];

/** Show how … fares, where it is … */
export function HealthEditor({ query, onChange }: KindEditorProps<HealthQuery>) {
  return (
    <>
      <Sentence>
        Show how
        <SomeOf
          label="Parts"
          placeholder="every part"
          fixed
          options={PARTS}
          values={query.parts}
          onChange={(parts) => onChange({ parts })}
        />
        fares, where it is
        <SomeOf
          label="States"
          placeholder="anything"
          fixed
          options={STATES}
          values={query.states}
          onChange={(states) => onChange({ states })}
        />
      </Sentence>
      <FiltersEditor filters={query.filters} keys={KEYS} scope={{}} onChange={(filters) => onChange({ filters })} />
    </>
  );
}
