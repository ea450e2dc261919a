import { useMemo, useState } from 'react';
import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router-dom';
import { datasourceSrv } from '../../host/datasourceSrv';
import { Page } from '../../shell/Page';
import { ExploreView } from './ExploreView';
import { paneUrl, readPane, type ExplorePane } from './exploreUrl';

/** Explore with one pane; what is asked stands in the address, as in Grafana. */
export default function ExplorePage() {
  const { search } = useLocation();
  const fromUrl = useMemo(() => readPane(search), [search]);
  const [first] = useState<ExplorePane>(
    () =>
      fromUrl ?? {
        datasource: datasourceSrv.getInstanceSettings(null)?.uid ?? '',
        queries: [],
        range: { from: 'now-1h', to: 'now' },
      }
  );
  return (
    <Page crumbs={[{ text: 'Home', href: '/' }, { text: 'Explore' }]}>
      <ExploreView initial={first} onRun={(pane) => locationService.replace(paneUrl(pane))} />
    </Page>
  );
}
