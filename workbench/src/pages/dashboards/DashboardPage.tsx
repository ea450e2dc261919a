import { useMemo } from 'react';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { useParams } from 'react-router-dom';
import type { DashboardModel } from '../../dashboard/model';
import { toScene } from '../../dashboard/toScene';
import { Page } from '../../shell/Page';
import { useFetched } from '../useFetched';
import { DashboardScene } from './DashboardScene';
import { hiddenParts } from './hiddenParts';

/** One dashboard at `/d/<uid>`; the same uid keeps its scene, so that links only change time and variables. */
export function DashboardPage() {
  const { uid = '' } = useParams();
  const { value, error } = useFetched<{ dashboard: DashboardModel }>(`/api/dashboards/uid/${encodeURIComponent(uid)}`);
  const scene = useMemo(() => {
    try {
      return value && toScene(value.dashboard, hiddenParts(window.location.search));
    } catch (failure) {
      return failure as Error;
    }
  }, [value]);

  const title = value?.dashboard.title ?? uid;
  return (
    <Page crumbs={[{ text: 'Home', href: '/' }, { text: 'Dashboards', href: '/dashboards' }, { text: title }]}>
      {error && <Alert title={`Dashboard ${uid} cannot be shown`}>{error}</Alert>}
      {scene instanceof Error && <Alert title={`Dashboard ${uid} cannot be shown`}>{scene.message}</Alert>}
      {!value && !error && <LoadingPlaceholder text="Loading…" />}
      {scene && !(scene instanceof Error) && <DashboardScene key={uid} scene={scene} title={title} />}
    </Page>
  );
}
