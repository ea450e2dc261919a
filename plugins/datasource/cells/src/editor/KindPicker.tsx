import { kindOf, queryKinds } from '../kinds/queryKinds';
import type { CellsQuery } from '../query';
import { OneOf } from './OneOf';
import { Sentence } from './Sentence';
import { withKind } from './withKind';

interface Props {
  query: CellsQuery;
  onChange: (query: CellsQuery) => void;
}

/** Ask for … */
export function KindPicker({ query, onChange }: Props) {
  return (
    <Sentence>
      Ask for
      <OneOf
        label="Query type"
        placeholder="choose"
        fixed
        options={queryKinds.map(({ id, label, description }) => ({ value: id, label, description }))}
        value={query.queryType}
        onChange={(id) => onChange(withKind(query, id))}
      />
      {kindOf(query)?.description}
    </Sentence>
  );
}
