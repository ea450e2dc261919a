import type { AuditPart } from '@cellthread/vocabulary';
import { FiltersEditor } from '../../editor/FiltersEditor';
import { OneOf } from '../../editor/OneOf';
import { Sentence } from '../../editor/Sentence';
import { SomeOf } from '../../editor/SomeOf';
import { useWords } from '../../lookups/useWords';
import type { KindEditorProps } from '../QueryKind';
import type { AuditQuery } from './AuditQuery';

const PARTS: Array<{ value: AuditPart; label: string; description: string }> = [
  { value: 'days', label: 'each day', description: 'of the time range, with what of it was changed' },
  { value: 'findings', label: 'what was changed', description: 'since its day was sealed' },
  { value: 'events', label: 'events', description: 'that were stored in the time range, each with its hash' },
];

const KEYS = ['site', 'station', 'equipment', 'characteristic', 'author', 'source', 'target_id', 'state'].map(
  (value) => ({
    value,
  })
);

/** Verify … of kinds …, where … */
export function AuditEditor({ query, onChange }: KindEditorProps<AuditQuery>) {
  const kinds = useWords('eventKinds');
  return (
    <>
      <Sentence>
        Verify
        <OneOf
          label="Part"
          fixed
          options={PARTS}
          value={query.part ?? 'days'}
          onChange={(part) => onChange({ part: part as AuditPart })}
        />
        {query.part === 'events' && (
          <>
            of
            <SomeOf
              label="Kinds"
              placeholder="all kinds"
              options={kinds}
              values={query.kinds}
              onChange={(kinds) => onChange({ kinds })}
            />
          </>
        )}
      </Sentence>
      {query.part === 'events' && (
        <FiltersEditor filters={query.filters} keys={KEYS} scope={{}} onChange={(filters) => onChange({ filters })} />
      )}
    </>
  );
}
