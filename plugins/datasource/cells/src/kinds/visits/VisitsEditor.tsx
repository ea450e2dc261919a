import { Checkbox } from '@grafana/ui';
import type { VisitChoice } from '@cellthread/vocabulary';
import { FiltersEditor } from '../../editor/FiltersEditor';
import { OneOf } from '../../editor/OneOf';
import { Sentence } from '../../editor/Sentence';
import { SomeOf } from '../../editor/SomeOf';
import type { Option } from '../../lookups/Option';
import type { VisitsQuery } from './VisitsQuery';
import type { KindEditorProps } from '../QueryKind';
import { RunTypes } from '../RunTypes';
import { visitOptions } from '../visitOptions';

/** Text columns that name a visit or a result rather than a stream of parts. */
const NOT_STRATA = ['cell_id', 'verdict', 'run_type', 'reason', 'slot', 'carrier', 'work_order', 'grade'];
const isStratum = ({ value, type }: Option) => type === 'text' && !NOT_STRATA.includes(value);

/** Show … of … visits at …, for runs …, per …, with … */
export function VisitsEditor({ query, onChange }: KindEditorProps<VisitsQuery>) {
  const scope = { station: query.station };
  const include = query.include ?? [];
  const toggle = (part: string) =>
    onChange({ include: include.includes(part) ? include.filter((one) => one !== part) : [...include, part] });
  return (
    <>
      <Sentence>
        Show
        <SomeOf
          label="Characteristics"
          placeholder="all characteristics"
          route={query.station ? 'characteristics' : undefined}
          scope={scope}
          values={query.characteristics}
          onChange={(characteristics) => onChange({ characteristics })}
        />
        of
        <OneOf
          label="Visits"
          fixed
          options={visitOptions}
          value={query.visits ?? 'first'}
          onChange={(visits) => onChange({ visits: visits as VisitChoice })}
        />
        visits at
        <OneOf
          label="Station"
          placeholder="choose a station"
          route="stations"
          value={query.station}
          onChange={(station) => onChange({ station })}
        />
      </Sentence>
      <Sentence>
        for runs
        <RunTypes values={query.runTypes} onChange={(runTypes) => onChange({ runTypes })} />
        per
        <SomeOf
          label="Strata"
          placeholder="one stream"
          route={query.station ? 'filter-keys' : undefined}
          scope={scope}
          only={isStratum}
          values={query.strata}
          onChange={(strata) => onChange({ strata })}
        />
        with
        <Checkbox label="limits" value={include.includes('limits')} onChange={() => toggle('limits')} />
        <Checkbox label="signals" value={include.includes('signals')} onChange={() => toggle('signals')} />
        <Checkbox
          label="live updates"
          value={query.streaming ?? false}
          onChange={() => onChange({ streaming: query.streaming ? undefined : true })}
        />
      </Sentence>
      <FiltersEditor filters={query.filters} scope={scope} onChange={(filters) => onChange({ filters })} />
    </>
  );
}
