import { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorHelpProps } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { CellsDatasource } from '../CellsDatasource';
import { listed, type Listed } from '../kinds/Listed';
import { queryKinds } from '../kinds/queryKinds';
import type { CellsQuery } from '../query';

/** Examples of every query type, told by stations that the data source lists; a click takes one over. */
export function QueryHelp({ datasource, onClickExample }: QueryEditorHelpProps<CellsQuery>) {
  const styles = useStyles2(getStyles);
  const line = useListed(datasource as unknown as Pick<CellsDatasource, 'lookups'>);
  return (
    <div>
      <p>
        The time range selects the visits, by the time at the station; other stations are read as far back and ahead as
        the control plan allows. A traveler and its origin are found however old they are. Fields take dashboard
        variables such as <code>$station</code>: several values become a list, All drops the restriction, nothing chosen
        matches nothing.
      </p>
      {queryKinds.map(({ id, label, description, examples, text }) => (
        <section key={id} className={styles.section}>
          <h5>{label}</h5>
          <p>{description}.</p>
          {(line ? examples(line) : []).map(({ title, query }) => {
            const example: CellsQuery = { ...query, queryType: id, refId: 'A' };
            return (
              <div key={title}>
                <Button size="sm" fill="text" icon="play" onClick={() => onClickExample(example)}>
                  {title}
                </Button>
                <div className={styles.text}>{text(example)}</div>
              </div>
            );
          })}
        </section>
      ))}
    </div>
  );
}

/** What examples can name; undefined until it has arrived, and where nothing is planned. */
function useListed({ lookups }: Pick<CellsDatasource, 'lookups'>): Listed | undefined {
  const [line, setLine] = useState<Listed>();
  useEffect(() => {
    let left = false;
    listed(lookups).then(
      (found) => left || setLine(found),
      () => undefined // the help says the rest all the same
    );
    return () => {
      left = true;
    };
  }, [lookups]);
  return line;
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ marginBottom: theme.spacing(2) }),
  text: css({ color: theme.colors.text.secondary, marginLeft: theme.spacing(1) }),
});
