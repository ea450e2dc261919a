import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { type RunType, runTypes } from '@cellthread/vocabulary';
import { type FormEvent, useRef, useState } from 'react';
import { type Entered } from '../send/measurementsOf';
import { type Words } from '../words/Words';
import { choose, type EntryForm, parseValue } from './formChoice';
import { Choices, finger, Labelled } from './inputs';
import { recall, remember } from './place';
import { ValueField } from './ValueField';

interface Props {
  form: EntryForm;
  /** Why the item could not be looked up; empty where it was. */
  failure: string;
  words: Words;
  /** An item is asked for. */
  onItem: (item: string) => void;
  onStore: (body: Entered['body'], shown: string) => void;
}

const named = (of: ReadonlyArray<{ id: string; name: string }>) => of.map(({ id, name }) => ({ id, name: name || id }));

/** The ID, where and what is measured, and the value. A scanner ends an ID by Enter; after a value is stored the next ID is awaited. */
export function EntryFields({ form, failure, words, onItem, onStore }: Props) {
  const s = useStyles2(getStyles);
  const say = words.entry;
  const [place, setPlace] = useState(recall);
  const [all, setAll] = useState(false);
  const [item, setItem] = useState('');
  const [typed, setTyped] = useState('');
  const [runType, setRunType] = useState<RunType>('production');
  const [badge, setBadge] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const itemField = useRef<HTMLInputElement>(null);
  const valueField = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const { chosen, stations, machines, positions, characteristics, characteristic, narrowed } = choose(form, place, all);
  const pick = (key: keyof typeof chosen) => (id: string) => {
    const next = { ...chosen, [key]: id };
    setPlace(next);
    remember(next);
    setTyped('');
  };
  const looked = form.item?.id === item.trim() ? form.item : undefined;
  const value = characteristic && parseValue(characteristic.type, typed);

  const look = () => {
    if (item.trim() !== '') {
      onItem(item.trim());
      valueField.current?.focus();
    }
  };
  const store = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (item.trim() === '' || !characteristic || value === undefined) {
      (item.trim() === '' ? itemField : valueField).current?.focus();
      return;
    }
    const body = {
      site: chosen.site,
      station: chosen.station,
      equipment: chosen.machine,
      ...(chosen.position && { position: chosen.position }),
      item_id: item.trim(),
      timestamp_ms: Date.now(),
      run_type: runType,
      values: { [characteristic.id]: value },
      ...(badge.trim() && { badge: badge.trim() }),
      ...(note.trim() && { note: note.trim() }),
    };
    const unit = characteristic.type === 'text' || characteristic.type === 'boolean' ? '' : (characteristic.unit ?? '');
    onStore(body, [characteristic.name, typed.trim(), unit].filter(Boolean).join(' '));
    setItem('');
    setTyped('');
    setNote('');
    setTried(false);
    itemField.current?.focus();
  };

  return (
    <form className={s.form} onSubmit={store} noValidate>
      <Labelled label={say.item} note={looked ? (looked.known ? say.known(looked.product ?? '') : '') : say.itemHelp}>
        <input
          ref={itemField}
          className={s.field}
          data-testid="cellthread-entry-item"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="next"
          value={item}
          onChange={(event) => setItem(event.target.value)}
          onBlur={() => item.trim() !== '' && onItem(item.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              look();
            }
          }}
        />
      </Labelled>
      {looked && !looked.known && <p className={s.warning}>{say.unknownItem}</p>}
      {failure && (
        <p className={s.bad} role="alert">
          {failure}
        </p>
      )}
      <div className={s.row}>
        {form.sites.length > 1 && (
          <Choices label={say.site} value={chosen.site} options={named(form.sites)} onChange={pick('site')} />
        )}
        <Choices label={say.station} value={chosen.station} options={named(stations)} onChange={pick('station')} />
        {machines.length > 1 && (
          <Choices label={say.machine} value={chosen.machine} options={named(machines)} onChange={pick('machine')} />
        )}
        {positions.length > 0 && (
          <Choices
            label={say.position}
            value={chosen.position}
            options={[{ id: '', name: say.noPosition }, ...positions.map((id) => ({ id, name: id }))]}
            onChange={pick('position')}
          />
        )}
        <Choices
          label={say.characteristic}
          value={chosen.characteristic}
          options={named(characteristics)}
          onChange={pick('characteristic')}
        />
      </div>
      {(narrowed || all) && (
        <label className={s.all}>
          <input type="checkbox" className={s.box} checked={all} onChange={(event) => setAll(event.target.checked)} />
          {say.all}
        </label>
      )}
      {characteristic && (
        <ValueField {...{ characteristic, typed, value, tried, words }} field={valueField} onTyped={setTyped} />
      )}
      <div className={s.row}>
        <Choices
          label={say.runType}
          value={runType}
          options={runTypes.map((id) => ({ id, name: say.runTypes[id] }))}
          onChange={(id) => setRunType(id as RunType)}
        />
        <Labelled label={say.badge}>
          <input
            className={s.field}
            autoComplete="off"
            maxLength={64}
            placeholder={say.badgeHelp}
            value={badge}
            onChange={(event) => setBadge(event.target.value)}
          />
        </Labelled>
      </div>
      <Labelled label={say.note}>
        <input className={s.field} autoComplete="off" value={note} onChange={(event) => setNote(event.target.value)} />
      </Labelled>
      <Button type="submit" size="lg" icon="save" className={s.store}>
        {say.store}
      </Button>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    flex: '2 1 320px',
    minWidth: 0,
    maxWidth: 760,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
  }),
  field: finger(theme),
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5), '& > label': { flex: '1 1 150px' } }),
  all: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 48,
    margin: 0,
    cursor: 'pointer',
    fontWeight: theme.typography.fontWeightRegular,
  }),
  box: css({ flex: 'none', width: 24, height: 24, margin: 0, accentColor: theme.colors.primary.main }),
  warning: css({ margin: 0, color: theme.colors.warning.text }),
  bad: css({ margin: 0, color: theme.colors.error.text }),
  store: css({ minHeight: 56, justifyContent: 'center', fontSize: theme.typography.h5.fontSize }),
});
