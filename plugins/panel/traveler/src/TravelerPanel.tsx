import { EmptyView, failures, unreadOf, UnreadView } from '@cellthread/panelkit';
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
  const record = useMemo(() => readTraveler(data.series), [data.series]);
  const unread = unreadOf(data);
  if (unread) {
    return <UnreadView {...{ unread, width, height }} />;
  }
  if ('title' in record) {
    return <EmptyView {...record} width={width} height={height} />;
  }
  return (
    <TravelerView
      key={record.header?.cellId}
      traveler={record}
      failures={failures(data)}
      {...{ options, width, height, timeZone, replaceVariables }}
    />
  );
}
