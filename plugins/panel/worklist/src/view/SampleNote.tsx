import { css } from '@emotion/css';
import { provenShare, sampleToProve } from '@cellthread/stats';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { lookedAt, samplesOf } from '../actions/samplesOf';
import { type Row } from '../read/Worklist';
import { type Words } from '../words/Words';

interface Props {
  /** What is to be released. */
  released: readonly Row[];
  /** All else that is held. */
  others: readonly Row[];
  words: Words;
}

const confidence = 0.95;
const shares = [0.9, 0.95, 0.99];
/** More reasons than these are too many to read. */
const mostReasons = 3;

/** What those that were looked at again prove of all that is held for the same reason; nothing where the data do not tell. */
export function SampleNote({ released, others, words }: Props) {
  const s = useStyles2(getStyles);
  const say = words.hold.sample;
  const samples = useMemo(() => samplesOf(released, others), [released, others]);
  const known = released.filter((row) => row.held !== null);
  if (known.length === 0) {
    return null;
  }
  const percent = (share: number, digits: number) =>
    // What is proved is never rounded up.
    (Math.floor(share * 100 * 10 ** digits + 1e-9) / 10 ** digits).toLocaleString(words.language);
  const needed = (bad: number) =>
    say.needed(
      bad,
      shares.map((share) => ({ share: percent(share, 0), inspected: sampleToProve(share, bad, confidence) }))
    );
  const [told, untold] = [
    samples.filter((sample) => lookedAt(sample) > 0),
    samples.filter((sample) => lookedAt(sample) === 0),
  ];
  const total = (of: 'items' | 'unseen') => untold.reduce((sum, sample) => sum + (sample[of] ?? 0), 0);
  const failed = new Set(known.filter(({ held }) => held?.inspected === 'nok').map(({ target }) => target?.id));
  const counted = ({ held }: Row) => held?.sample && held.sample.good + held.sample.bad > 0;
  const notCounted = known.filter(
    (row) => !counted(row) && (row.held?.state === 'several' || row.station === '')
  ).length;
  return (
    <section className={s.note} data-testid="cellthread-worklist-sample">
      <h5 className={s.title}>{say.title}</h5>
      {failed.size > 0 && <p className={s.bad}>{say.badReleased(failed.size)}</p>}
      {told.slice(0, mostReasons).map((sample) => {
        const bad = sample.bad + sample.against;
        return (
          <p key={sample.reason}>
            {say.counted(sample)}{' '}
            {lookedAt(sample) === sample.items
              ? say.all
              : [
                  sample.good > 0
                    ? say.proves(sample.good, sample.good + bad, percent(provenShare(sample.good, bad, confidence), 2))
                    : say.provesNothing,
                  needed(bad),
                ].join(' ')}
          </p>
        );
      })}
      {told.length > mostReasons && <p>{say.moreReasons(told.length - mostReasons)}</p>}
      {untold.length > 0 && <p>{say.noneLookedAt(total('items'), total('unseen'), told.length > 0)}</p>}
      {notCounted > 0 && <p>{say.notCounted(notCounted)}</p>}
      {told.length === 0 && <p>{needed(0)}</p>}
      <p className={s.basis}>{say.basis}</p>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({
    marginBottom: theme.spacing(1),
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    p: { marginBottom: theme.spacing(0.5), overflowWrap: 'anywhere' },
  }),
  title: css({ margin: theme.spacing(0, 0, 0.5, 0) }),
  bad: css({ color: theme.colors.error.text }),
  basis: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
