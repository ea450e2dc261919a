import { css } from '@emotion/css';
import { useState } from 'react';
import { dateTimeFormatISO } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { sceneGraph, type VizPanel } from '@grafana/scenes';
import { Drawer, Tab, TabsBar } from '@grafana/ui';
import { InspectData } from './InspectData';

const TABS = ['Data', 'Query', 'JSON'] as const;

/** What a panel asked and got: its frames as tables, the executed queries, its options. */
export function InspectDrawer({ panel }: { panel: VizPanel }) {
  const [tab, setTab] = useState<(typeof TABS)[number]>('Data');
  const { data } = sceneGraph.getData(panel).useState();
  const { options, fieldConfig, pluginId, title } = panel.useState();
  const executed = (data?.series ?? []).map(({ refId, name, length, meta }) => ({
    refId,
    frame: name,
    rows: length,
    executed: meta?.executedQueryString,
    notices: meta?.notices,
  }));
  const asked = {
    targets: data?.request?.targets,
    from: data && dateTimeFormatISO(data.timeRange.from),
    to: data && dateTimeFormatISO(data.timeRange.to),
    ms: data?.request?.endTime && data.request.endTime - data.request.startTime,
  };
  const text = tab === 'Query' ? { asked, executed } : { pluginId, title, options, fieldConfig };
  return (
    <Drawer
      title={`Inspect: ${sceneGraph.interpolate(panel, title)}`}
      onClose={() => locationService.partial({ inspect: null })}
      tabs={
        <TabsBar>
          {TABS.map((name) => (
            <Tab key={name} label={name} active={name === tab} onChangeTab={() => setTab(name)} />
          ))}
        </TabsBar>
      }
    >
      <div className={css({ height: '100%', minHeight: 400 })}>
        {tab === 'Data' ? <InspectData frames={data?.series ?? []} /> : <pre>{JSON.stringify(text, null, 2)}</pre>}
      </div>
    </Drawer>
  );
}
