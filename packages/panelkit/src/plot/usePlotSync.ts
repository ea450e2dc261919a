import { DashboardCursorSync } from '@grafana/schema';
import { usePanelContext } from '@grafana/ui';
import { useId } from 'react';

/** Whose cursors move together: those of the dashboard, as it is set; else the plots of one panel. */
export interface PlotSync {
  mode: DashboardCursorSync;
  scope: string;
  own: string;
}

export function usePlotSync(panel: number): PlotSync {
  const { sync, eventsScope } = usePanelContext();
  const own = useId();
  return { mode: sync?.() ?? DashboardCursorSync.Off, scope: eventsScope, own: `${own}-${panel}` };
}
