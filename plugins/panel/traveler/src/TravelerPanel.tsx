import { AnswerView, failures } from '@cellthread/panelkit';
import { type PanelProps } from '@grafana/data';
import { useMemo } from 'react';
import { defaults } from './defaults';
import { readTraveler } from './read/readTraveler';
import { type TravelerOptions } from './TravelerOptions';
import { TravelerView } from './view/TravelerView';

/** The panel: reads, and either shows the record or says what is missing. */
export function TravelerPanel(props: PanelProps<TravelerOptions>) {
  const { data, width, height, timeZone, replaceVariables } = props;
  const options = useMemo(() => ({ ...defaults, ...props.options }), [props.options]);
  const read = useMemo(() => readTraveler(data.series), [data.series]);
  return (
    <AnswerView {...{ data, read, width, height }}>
      {(traveler) => (
        <TravelerView
          key={traveler.header?.cellId}
          traveler={traveler}
          failures={failures(data)}
          {...{ options, width, height, timeZone, replaceVariables }}
        />
      )}
    </AnswerView>
  );
}
