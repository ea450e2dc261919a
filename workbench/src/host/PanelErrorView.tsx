import { css } from '@emotion/css';
import { FieldType, LoadingState, type GrafanaTheme2 } from '@grafana/data';
import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

/** What a panel without usable data says, in Grafana's words. */
function message({ data, fieldConfig, message, ...needs }: PanelDataErrorViewProps): string {
  if (message) {
    return message;
  }
  if (!data.series.length || data.series.every(({ length }) => length === 0)) {
    return fieldConfig?.defaults.noValue ?? (data.state === LoadingState.Loading ? 'Loading…' : 'No data');
  }
  const has = (type: FieldType) => data.series.some(({ fields }) => fields.some((field) => field.type === type));
  if (needs.needsStringField && !has(FieldType.string)) {
    return 'Data is missing a string field';
  }
  if (needs.needsNumberField && !has(FieldType.number)) {
    return 'Data is missing a number field';
  }
  if (needs.needsTimeField && !has(FieldType.time)) {
    return 'Data is missing a time field';
  }
  return 'Cannot visualize data';
}

export function PanelErrorView(props: PanelDataErrorViewProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.wrapper}>
      <div data-testid="data-testid Panel data error message">{message(props)}</div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  wrapper: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    height: '100%',
    width: '100%',
    textAlign: 'center',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.size.lg,
  }),
});
