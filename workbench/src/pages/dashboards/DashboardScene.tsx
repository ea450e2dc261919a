import { useEffect } from 'react';
import { UrlSyncContextProvider, type EmbeddedScene } from '@grafana/scenes';
import { useLocation } from 'react-router-dom';
import { fitToPaper, PRINTED, printSheet, printWhenThere } from '../../dashboard/print';
import { InspectDrawer } from './inspect/InspectDrawer';
import { findPanel } from './findPanel';
import { SinglePanel } from './SinglePanel';

/** A scene bound to the address: time and variables both ways, `viewPanel` and `inspect` from it. */
export function DashboardScene({ scene, title }: { scene: EmbeddedScene; title: string }) {
  const params = new URLSearchParams(useLocation().search);
  const viewed = findPanel(scene, params.get('viewPanel'));
  const inspected = findPanel(scene, params.get('inspect'));

  const printed = params.has(PRINTED);
  useEffect(fitToPaper, []);
  useEffect(() => {
    if (printed) {
      void printWhenThere(scene);
    }
  }, [printed, scene]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'p' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        printSheet();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

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
