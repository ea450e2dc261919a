import { useEffect } from 'react';
import { UrlSyncContextProvider, type EmbeddedScene } from '@grafana/scenes';
import { useLocation } from 'react-router-dom';
import { InspectDrawer } from './inspect/InspectDrawer';
import { findPanel } from './findPanel';
import { SinglePanel } from './SinglePanel';

/** A scene bound to the address: time and variables both ways, `viewPanel` and `inspect` from it. */
export function DashboardScene({ scene, title }: { scene: EmbeddedScene; title: string }) {
  const params = new URLSearchParams(useLocation().search);
  const viewed = findPanel(scene, params.get('viewPanel'));
  const inspected = findPanel(scene, params.get('inspect'));

  useEffect(() => {
    document.title = `${title} - Cellthread`;
  }, [title]);

  return (
    <UrlSyncContextProvider scene={scene} createBrowserHistorySteps updateUrlOnInit>
      {viewed ? <SinglePanel scene={scene} panel={viewed} /> : <scene.Component model={scene} />}
      {inspected && <InspectDrawer panel={inspected} />}
    </UrlSyncContextProvider>
  );
}
