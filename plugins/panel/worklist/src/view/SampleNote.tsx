import { css } from '@emotion/css';
import { provenShare, sampleToProve } from '@cellthread/stats';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { samplesOf } from '../actions/samplesOf';
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
  const failed = new Set(known.filter(({ held }) => held?.inspected === 'nok').map(({ target }) => target?.id));
  const several = known.some(({ held }) => held?.state === 'several');
  return (
    <section className={s.note} data-testid="cellthread-worklist-sample">
      <h5 className={s.title}>{say.title}</h5>
      {failed.size > 0 && <p className={s.bad}>{say.badReleased(failed.size)}</p>}
      {samples.slice(0, mostReasons).map((sample) => {
        const bad = sample.bad + sample.against;
        const inspected = sample.good + bad;
        return (
          <p key={sample.reason}>
            {say.counted(sample)}{' '}
            {inspected > 0 &&
              (sample.good > 0
                ? say.proves(sample.good, inspected, percent(provenShare(sample.good, bad, confidence), 2))
                : say.provesNothing)}{' '}
            {needed(bad)}
          </p>
        );
      })}
      {samples.length > mostReasons && <p>{say.moreReasons(samples.length - mostReasons)}</p>}
      {several && (
        <p>
          {say.notCounted} {samples.length === 0 && needed(0)}
        </p>
      )}
      <p className={s.basis}>{say.basis}</p>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({
    marginTop: theme.spacing(1),
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    p: { marginBottom: theme.spacing(0.5), overflowWrap: 'anywhere' },
  }),
  title: css({ margin: theme.spacing(0, 0, 0.5, 0) }),
  bad: css({ color: theme.colors.error.text }),
  basis: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
