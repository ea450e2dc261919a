import type { PanelPlugin } from '@grafana/data';

interface CorePanel {
  name: string;
  /** The panel draws no data. */
  skipDataQuery?: boolean;
  load: () => Promise<PanelPlugin>;
}

/** Stand-ins for the core panels that Cellthread's dashboards use; Grafana's own are not published as packages. */
export const corePanels: Record<string, CorePanel> = {
  timeseries: { name: 'Time series', load: async () => (await import('./timeseries/plugin')).plugin },
  table: { name: 'Table', load: async () => (await import('./table/plugin')).plugin },
  stat: { name: 'Stat', load: async () => (await import('./stat/plugin')).plugin },
  text: { name: 'Text', skipDataQuery: true, load: async () => (await import('./text/plugin')).plugin },
};
