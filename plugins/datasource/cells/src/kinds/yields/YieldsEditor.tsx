import { yieldColumnDescription, yieldColumns } from '@cellthread/vocabulary';
import { FiltersEditor } from '../../editor/FiltersEditor';
import { OneOf } from '../../editor/OneOf';
import { Sentence } from '../../editor/Sentence';
import { SomeOf } from '../../editor/SomeOf';
import { useOptions } from '../../lookups/useOptions';
import type { YieldQuery } from './YieldQuery';
import type { KindEditorProps } from '../QueryKind';

const WHAT = [
  { value: 'yield', label: 'yield' },
  { value: 'rolled', label: 'yield, and rolled throughput', description: 'one more row: what passes all stations' },
  { value: 'failures', label: 'failures by characteristic', description: 'the commonest first' },
];

const named = (...names: string[]) => names.map((value) => ({ value, label: value }));
const BY = named('station', 'site', 'line', 'equipment', 'position', 'product', 'shift', 'recipe');
const BUCKETS = named('shift', 'day', 'week', '15m', '1h', '4h');
const VALUES = yieldColumns.map((value) => ({ value, label: value, description: yieldColumnDescription[value] }));

/** What a yield may be parted by: what every visit has, then the lots that the chosen stations take. */
function useParts(station: string[] | undefined) {
  const { options } = useOptions('filter-keys', { station });
  return [...BY, ...options.filter(({ value }) => value.startsWith('lot_'))];
}

/** Count … at … by … in buckets of …, where … */
export function YieldsEditor({ query, onChange }: KindEditorProps<YieldQuery>) {
  const by = useParts(query.stations);
  const what = query.failures ? 'failures' : query.rolled ? 'rolled' : 'yield';
  const choose = (next: string | undefined) =>
    onChange({
      failures: next === 'failures' || undefined,
      rolled: next === 'rolled' || undefined,
      ...(next === 'failures' ? { bucket: '', values: [] } : {}),
    });
  return (
    <>
      <Sentence>
        Count
        <OneOf label="What" fixed options={WHAT} value={what} onChange={choose} />
        at
        <SomeOf
          label="Stations"
          placeholder="all stations"
          route="stations"
          values={query.stations}
          onChange={(stations) => onChange({ stations })}
        />
        by
        <SomeOf label="By" placeholder="station" options={by} values={query.by} onChange={(by) => onChange({ by })} />
      </Sentence>
      {!query.failures && (
        <Sentence>
          showing
          <SomeOf
            label="Values"
            placeholder={query.bucket ? 'first_pass' : 'all numbers'}
            options={VALUES}
            values={query.values}
            onChange={(values) => onChange({ values })}
          />
          in
          <OneOf
            label="Buckets"
            optional
            placeholder="one for the whole range"
            options={BUCKETS}
            value={query.bucket || undefined}
            onChange={(bucket) => onChange({ bucket: bucket ?? '' })}
          />
        </Sentence>
      )}
      <FiltersEditor
        filters={query.filters}
        scope={{ station: query.stations }}
        onChange={(filters) => onChange({ filters })}
      />
    </>
  );
}
