import { type Unread } from '../frames/unreadOf';
import { EmptyView } from './EmptyView';

/** A query that failed or still runs, told apart from an empty one by word, colour and shape. */
export function UnreadView({ unread, width, height }: { unread: Unread; width: number; height: number }) {
  const failed = unread.state === 'failed';
  return (
    <EmptyView
      title={unread.title}
      lines={unread.lines}
      icon={failed ? 'exclamation-triangle' : 'sync'}
      alarm={failed}
      width={width}
      height={height}
    />
  );
}
