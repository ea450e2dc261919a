import { css } from '@emotion/css';
import { characteristicHref, Section } from '@cellthread/panelkit';
import { type GrafanaTheme2, type InterpolateFunction } from '@grafana/data';
import { Button, ScrollContainer, useStyles2 } from '@grafana/ui';
import { type ReactNode, useMemo, useState } from 'react';
import { genealogyTree } from '../read/genealogyTree';
import { routeOf, visitKey } from '../read/route';
import { type Characteristic, type Part, type Traveler } from '../read/Traveler';
import { type TravelerOptions } from '../TravelerOptions';
import { Characteristics } from './Characteristics';
import { Environment } from './Environment';
import { Events } from './Events';
import { Genealogy } from './Genealogy';
import { HeaderBar } from './HeaderBar';
import { Route } from './Route';

interface Props {
  traveler: Traveler;
  /** What failed beside the queries that answered. */
  failures: readonly string[];
  options: TravelerOptions;
  width: number;
  height: number;
  timeZone: string;
  replaceVariables: InterpolateFunction;
}

/** Widths in pixels from which parts stand beside each other. */
const columns = { two: 720, roomy: 900, three: 1080 };

/** The whole record; a visit chosen on the route narrows what was measured there. */
export function TravelerView({ traveler, failures, options, width, height, timeZone, replaceVariables }: Props) {
  const s = useStyles2(getStyles);
  const [selected, setSelected] = useState<string | null>(null);
  const stops = useMemo(() => routeOf(traveler.operations, traveler.characteristics), [traveler]);
  const tree = useMemo(() => genealogyTree(traveler.genealogy, traveler.header?.cellId ?? ''), [traveler]);
  const chosen = stops.some((stop) => stop.key === selected) ? selected : null;
  const here = <T extends { station: string; visit: number }>(items: readonly T[]) =>
    chosen === null ? items : items.filter((i) => visitKey(i.station, i.visit) === chosen);
  const hrefOf = ({ station, id, time }: Characteristic) =>
    characteristicHref(options.characteristicLink, { station, characteristic: id, time }, replaceVariables);

  const measured = here(traveler.characteristics);
  const readings = here(traveler.environment);
  const part = (name: Part, title: string, shown: boolean, count: number, body: () => ReactNode, note?: ReactNode) =>
    shown && !traveler.missing.includes(name) ? (
      <Section key={name} title={title} note={note}>
        {count === 0 ? (
          <p className={s.none}>{chosen && name !== 'genealogy' ? 'None at this visit.' : 'None.'}</p>
        ) : (
          body()
        )}
      </Section>
    ) : null;

  const route = part('operations', 'Route', options.showRoute, stops.length, () => (
    <Route stops={stops} names={traveler.names} selected={chosen} onSelect={setSelected} timeZone={timeZone} />
  ));
  const values = part(
    'characteristics',
    'Measured',
    options.showCharacteristics,
    measured.length,
    () => <Characteristics items={measured} names={traveler.names} hrefOf={hrefOf} compact={width < columns.roomy} />,
    chosen && (
      <Button size="sm" fill="text" onClick={() => setSelected(null)}>
        Show all visits
      </Button>
    )
  );
  const rest = [
    part('genealogy', 'Materials and origin', options.showGenealogy, tree ? 1 : 0, () => <Genealogy root={tree!} />),
    part('environment', 'Environment', options.showEnvironment, readings.length, () => (
      <Environment readings={readings} names={traveler.names} />
    )),
    part('events', 'Events', options.showEvents, traveler.events.length, () => (
      <Events events={traveler.events} names={traveler.names} timeZone={timeZone} />
    )),
  ];
  const count = width >= columns.three && rest.some(Boolean) ? 3 : width >= columns.two ? 2 : 1;
  return (
    <div style={{ width, height }} data-testid="cellthread-traveler">
      <ScrollContainer>
        <div className={s.record}>
          {traveler.header && <HeaderBar header={traveler.header} names={traveler.names} timeZone={timeZone} />}
          {failures.map((text) => (
            <p key={text} className={s.failed} role="alert">
              Not all of it can be read: {text}
            </p>
          ))}
          {notes(traveler).map((text) => (
            <p key={text} className={s.none}>
              {text}
            </p>
          ))}
          <div className={s.columns} style={{ gridTemplateColumns: template(count, route !== null) }}>
            {route && <div>{route}</div>}
            <div className={s.stack}>
              {values}
              {count < 3 && rest}
            </div>
            {count === 3 && <div className={s.stack}>{rest}</div>}
          </div>
        </div>
      </ScrollContainer>
    </div>
  );
}

function template(count: number, route: boolean): string {
  const tracks = [
    ...(route && count > 1 ? ['minmax(220px, 1fr)'] : []),
    'minmax(0, 2.2fr)',
    ...(count === 3 ? ['minmax(240px, 1.2fr)'] : []),
  ];
  return tracks.join(' ');
}

const names: Record<Part, string> = {
  header: 'header',
  operations: 'route (operations)',
  characteristics: 'measured values (characteristics)',
  genealogy: 'genealogy',
  environment: 'environment',
  events: 'events',
};

function notes({ missing, notes: texts }: Traveler): string[] {
  return missing.length === 0 ? texts : [...texts, `Not in the data: ${missing.map((m) => names[m]).join(', ')}.`];
}

const getStyles = (theme: GrafanaTheme2) => ({
  record: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), padding: theme.spacing(1) }),
  columns: css({ display: 'grid', gap: theme.spacing(2), alignItems: 'start' }),
  stack: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  failed: css({ margin: 0, color: theme.colors.error.text }),
  none: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
