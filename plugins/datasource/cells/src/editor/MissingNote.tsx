import { Icon } from '@grafana/ui';
import { missingPart } from '../kinds/missingPart';
import type { CellsQuery } from '../query';
import { Sentence } from './Sentence';

/** What the query still needs. */
export function MissingNote({ query }: { query: CellsQuery }) {
  const missing = missingPart(query);
  return missing ? (
    <div role="status">
      <Sentence>
        <Icon name="info-circle" />
        Choose {missing}; until then nothing is asked.
      </Sentence>
    </div>
  ) : null;
}
