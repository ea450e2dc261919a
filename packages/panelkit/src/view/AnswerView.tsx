import { type PanelData } from '@grafana/data';
import { type ReactNode } from 'react';
import { unreadOf } from '../frames/unreadOf';
import { EmptyView } from './EmptyView';
import { type Missing } from './Missing';
import { UnreadView } from './UnreadView';

interface Props<T extends object> {
  data: PanelData;
  /** What the panel read of the data, or why it can draw nothing of it. */
  read: T | Missing;
  width: number;
  height: number;
  children: (read: T) => ReactNode;
}

/** Draws what was read; or says that the query failed or still runs, or what is missing in its answer. */
export function AnswerView<T extends object>({ data, read, width, height, children }: Props<T>) {
  const unread = unreadOf(data);
  if (unread) {
    return <UnreadView {...{ unread, width, height }} />;
  }
  return isMissing(read) ? <EmptyView {...read} width={width} height={height} /> : children(read);
}

function isMissing(read: object): read is Missing {
  return 'title' in read;
}
