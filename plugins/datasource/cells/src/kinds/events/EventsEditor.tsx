import { FiltersEditor } from '../../editor/FiltersEditor';
import { Sentence } from '../../editor/Sentence';
import { SomeOf } from '../../editor/SomeOf';
import { useWords } from '../../lookups/useWords';
import type { EventsQuery } from './EventsQuery';
import type { KindEditorProps } from '../QueryKind';

/** The details of an event. */
const KEYS = [
  'site',
  'equipment',
  'position',
  'characteristic',
  'rule',
  'author',
  'source',
  'disposition',
  'severity',
  'reference',
  'target_type',
  'item_id',
].map((value) => ({ value }));

/** List … events about … at …, where … */
export function EventsEditor({ query, onChange }: KindEditorProps<EventsQuery>) {
  return (
    <>
      <Sentence>
        List
        <SomeOf
          label="Kinds"
          placeholder="all"
          options={useWords('eventKinds')}
          values={query.kinds}
          onChange={(kinds) => onChange({ kinds })}
        />
        events about
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
