import { Checkbox } from '@grafana/ui';
import { FiltersEditor } from '../../editor/FiltersEditor';
import { OneOf } from '../../editor/OneOf';
import { Sentence } from '../../editor/Sentence';
import { SomeOf } from '../../editor/SomeOf';
import { useWords } from '../../lookups/useWords';
import type { EventsQuery } from './EventsQuery';
import type { KindEditorProps } from '../QueryKind';

const STATES = [
  { value: '', label: 'whatever happened' },
  {
    value: 'open',
    label: 'what is held now',
    description: 'of the holds placed since the beginning of the time range',
  },
  {
    value: 'queued',
    label: 'what waits for inspection or rework',
    description: 'of what was sent there since the beginning of the time range',
  },
];

/** The details of an event. */
const KEYS = [
  'site',
  'equipment',
  'position',
  'characteristic',
  'rule',
  'author',
  'badge',
  'source',
  'disposition',
  'severity',
  'reference',
  'target_type',
  'item_id',
].map((value) => ({ value }));

/** List what happened or what is held, about … at …, where … */
export function EventsEditor({ query, onChange }: KindEditorProps<EventsQuery>) {
  const kinds = useWords('eventKinds');
  return (
    <>
      <Sentence>
        List
        <OneOf
          label="State"
          fixed
          options={STATES}
          value={query.state ?? ''}
          onChange={(state) =>
            onChange(
              state === 'open' || state === 'queued' ? { state, kinds: [] } : { state: undefined, include: undefined }
            )
          }
        />
        {query.state === undefined && (
          <>
            : events of
            <SomeOf
              label="Kinds"
              placeholder="all kinds"
              options={kinds}
              values={query.kinds}
              onChange={(kinds) => onChange({ kinds })}
            />
          </>
        )}
        about
        <SomeOf
          label="Targets"
          placeholder="any cell, lot or equipment"
          route="equipment"
          scope={{ station: query.stations }}
          anything
          values={query.targets}
          onChange={(targets) => onChange({ targets })}
        />
        at
        <SomeOf
          label="Stations"
          placeholder="all stations"
          route="stations"
          values={query.stations}
          onChange={(stations) => onChange({ stations })}
        />
        {query.state !== undefined && (
          <Checkbox
            label="with where it is now"
            description="Where each held item was seen last, of the 200 that were held last"
            value={query.include?.includes('whereabouts') ?? false}
            onChange={(event) => onChange({ include: event.currentTarget.checked ? ['whereabouts'] : undefined })}
          />
        )}
      </Sentence>
      <FiltersEditor
        filters={query.filters}
        keys={KEYS}
        scope={{ station: query.stations }}
        onChange={(filters) => onChange({ filters })}
      />
    </>
  );
}
