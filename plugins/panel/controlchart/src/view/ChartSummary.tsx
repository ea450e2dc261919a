import { type Formatters } from '@cellthread/panelkit';
import { css } from '@emotion/css';
import { hitText } from '@cellthread/chart';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { stateText } from './statistics';
import { type Charted } from './useControlChart';

/** Signals read aloud; more are only counted. */
const most = 20;

/** The chart in words, for those who do not see it. */
export function ChartSummary({ name, charted, format }: { name: string; charted: Charted; format: Formatters }) {
  const s = useStyles2(getStyles);
  const { chart, input } = charted;
  const spoken = useMemo(() => {
    const ends = chart.model.streams.flatMap((stream) =>
      stream.plots.flatMap((plot) =>
        [...plot.hits].slice(-most).map(([point, hits]) => ({ stream, plot, point, hits }))
      )
    );
    return ends.slice(-most).map(({ stream, plot, point, hits }) => {
      const cell = input.id(hits.find((h) => h.row !== undefined)?.row ?? stream.rowsOf(point).at(-1)!);
      const told = hits.map((h) => hitText(h, null)).map((t) => `${t.title}, ${t.detail}`);
      return `${stream.name} ${plot.title} point ${point + 1} ${cell}: ${told.join('; ')}`;
    });
  }, [chart, input]);
  return (
    <div className={s.hidden}>
      {chart.reports.map((r) => (
        <p key={r.name}>
          {`${[name, r.name].filter(Boolean).join(' ')}: ${r.points} points${r.partial ? ` and ${r.partial} still filling` : ''}${chart.judged ? `, ${r.signals} with signals, ${r.outOfSpec} out of spec` : ''}. ${stateText(r, format)}.`}
        </p>
      ))}
      <ul>
        {spoken.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

const getStyles = () => ({
  hidden: css({
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  }),
});
