import { AnswerView } from '@cellthread/panelkit';
import { type PanelProps } from '@grafana/data';
import { useMemo } from 'react';
import { type ControlChartOptions } from './ControlChartOptions';
import { defaults } from './defaults';
import { ControlChartView } from './view/ControlChartView';
import { useControlChart } from './view/useControlChart';

/** The panel: reads, and either draws or says what is missing. */
export function ControlChartPanel(props: PanelProps<ControlChartOptions>) {
  const { data, width, height, replaceVariables } = props;
  const options = useMemo(() => ({ ...defaults, ...props.options }), [props.options]);
  const read = useControlChart(data, options, replaceVariables);
  return (
    <AnswerView {...{ data, read, width, height }}>
      {(charted) => <ControlChartView panel={{ ...props, options }} charted={charted} />}
    </AnswerView>
  );
}
