import { Checkbox } from '@grafana/ui';
import { FiltersEditor } from '../../editor/FiltersEditor';
import { OneOf } from '../../editor/OneOf';
import { Sentence } from '../../editor/Sentence';
import { SomeOf } from '../../editor/SomeOf';
import { useWords } from '../../lookups/useWords';
import type { SignalsQuery } from './SignalsQuery';
import type { KindEditorProps } from '../QueryKind';

const STATES = [
  {
    value: 'fresh',
    label: 'stored in the time range',
    description: 'fresh: whatever the source time, late records too',
  },
  { value: 'open', label: 'open in the time range', description: 'answered by no event, not even an automatic hold' },
  {
    value: 'unanswered',
    label: 'unanswered in the time range',
    description: 'by people or MES; a hold by Cellthread’s own alert is no answer',
  },
];

/** The labels of a signal. */
const KEYS = [
  'site',
  'line',
  'equipment',
  'position',
  'product',
  'rule',
  'route',
  'disposition',
  'station',
  'characteristic',
  'kind',
  'cell_id',
].map((value) => ({ value }));

/** Find … signals …, of … at …, where … */
export function SignalsEditor({ query, onChange }: KindEditorProps<SignalsQuery>) {
  const scope = { station: query.stations };
  return (
    <>
      <Sentence>
        Find
        <SomeOf
          label="Kinds"
          placeholder="choose"
          options={useWords('signalKinds')}
          values={query.kinds ?? ['out-of-spec']}
          onChange={(kinds) => onChange({ kinds })}
        />
        signals
        <OneOf
          label="State"
          fixed
          options={STATES}
          value={query.state ?? 'fresh'}
          onChange={(state) => onChange({ state: state as SignalsQuery['state'] })}
        />
      </Sentence>
      <Sentence>
        of
        <SomeOf
          label="Characteristics"
          placeholder="all characteristics"
          route="characteristics"
          scope={scope}
          values={query.characteristics}
          onChange={(characteristics) => onChange({ characteristics })}
        />
        at
        <SomeOf
          label="Stations"
          placeholder="all stations"
          route="stations"
          values={query.stations}
          onChange={(stations) => onChange({ stations })}
        />
        with
        <Checkbox
          label="what to do"
          description="As the control plan says; for tables, not for alert rules"
          value={query.include?.includes('reaction') ?? false}
          onChange={(event) => onChange({ include: event.currentTarget.checked ? ['reaction'] : undefined })}
        />
      </Sentence>
      <FiltersEditor filters={query.filters} keys={KEYS} scope={scope} onChange={(filters) => onChange({ filters })} />
    </>
  );
}
