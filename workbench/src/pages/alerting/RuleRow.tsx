import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, type BadgeColor, useStyles2 } from '@grafana/ui';
import type { Rule } from './answers';
import { durationWords } from './durationWords';

const STATES: Record<Rule['state'], [text: string, color: BadgeColor]> = {
  firing: ['Firing', 'red'],
  pending: ['Pending', 'orange'],
  recovering: ['Recovering', 'orange'],
  inactive: ['Normal', 'green'],
};

/** A state is worth its colour only where the rule is evaluated: else this stands in its place. */
const HEALTHS: Partial<Record<Rule['health'], [text: string, color: BadgeColor]>> = {
  error: ['Error', 'red'],
  nodata: ['No data', 'orange'],
  unknown: ['Not evaluated yet', 'darkgrey'],
  refused: ['Not evaluated here', 'darkgrey'],
};

const MOST = 5;
const PLACE = ['line', 'station', 'equipment', 'position', 'lot', 'characteristic', 'cell_id'];

/** A rule with its alerts. */
export function RuleRow({ rule }: { rule: Rule }) {
  const styles = useStyles2(getStyles);
  const { health, state, alerts, skipped } = rule;
  const worst = HEALTHS[health];
  const badges = [...(worst ? [worst] : []), ...(!worst || state !== 'inactive' ? [STATES[state]] : [])];
  return (
    <li className={styles.row} data-testid="rule">
      <div className={styles.head}>
        {badges.map(([text, color]) => (
          <Badge key={text} text={text} color={color} />
        ))}
        <strong>{rule.name}</strong>
        <span className={styles.meta}>
          {evaluated(rule)}
          {skipped ? `, ${skipped} left out` : ''}
        </span>
      </div>
      {rule.lastError && <p className={styles.error}>{rule.lastError}</p>}
      {alerts.slice(0, MOST).map((alert) => (
        <p key={JSON.stringify(alert.labels)} className={styles.alert}>
          {alert.state} for {durationWords(Date.now() - Date.parse(alert.activeAt))}: {placeOf(alert.labels)}
        </p>
      ))}
      {alerts.length > MOST && <p className={styles.alert}>and {alerts.length - MOST} more</p>}
    </li>
  );
}

function evaluated({ health, lastEvaluation, evaluationTime = 0 }: Rule): string {
  return health === 'unknown' || health === 'refused' || !lastEvaluation
    ? ''
    : `${durationWords(Date.now() - Date.parse(lastEvaluation))} ago, in ${Math.round(evaluationTime * 1000)} ms`;
}

const placeOf = (labels: Record<string, string>) =>
  PLACE.map((name) => labels[name])
    .filter(Boolean)
    .join(' · ') || 'the whole plant';

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  meta: css({ marginLeft: 'auto', color: theme.colors.text.secondary }),
  error: css({ color: theme.colors.error.text }),
  alert: css({ color: theme.colors.text.secondary }),
});
