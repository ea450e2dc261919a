import type { Route } from '../http/Router';
import { HttpError } from '../http/HttpError';
import type { Dashboard } from '../provisioning/readDashboards';
import type { Workbench } from '../Workbench';

const FOLDER = 'Cellthread';

/** The readable last part of a dashboard's address. */
const slug = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const address = (dashboard: Dashboard) => `/d/${dashboard.uid}/${slug(dashboard.title)}`;

/** Dashboards as Grafana gives them: by uid, and as search hits by text, tag and uid. */
export function dashboardRoutes(workbench: Workbench): Route[] {
  return [
    {
      methods: ['GET'],
      path: '/api/dashboards/uid/:uid',
      handle: (exchange) => {
        const dashboard = workbench.dashboards().find(({ uid }) => uid === exchange.param('uid'));
        if (!dashboard) {
          throw new HttpError(404, 'Dashboard not found');
        }
        const meta = {
          type: 'db',
          canSave: false,
          canEdit: false,
          canStar: false,
          slug: slug(dashboard.title),
          url: address(dashboard),
          folderTitle: FOLDER,
          provisioned: true,
        };
        exchange.json({ dashboard, meta });
      },
    },
    {
      methods: ['GET'],
      path: '/api/search',
      handle: (exchange) => {
        const text = (exchange.url.searchParams.get('query') ?? '').toLowerCase();
        const tags = exchange.url.searchParams.getAll('tag');
        const uids = exchange.url.searchParams.getAll('dashboardUIDs');
        const hits = workbench
          .dashboards()
          .filter(({ title }) => title.toLowerCase().includes(text))
          .filter((dashboard) => tags.every((tag) => dashboard.tags?.includes(tag)))
          .filter(({ uid }) => !uids.length || uids.includes(uid));
        exchange.json(
          hits.map((dashboard, i) => ({
            id: i + 1,
            uid: dashboard.uid,
            title: dashboard.title,
            description: dashboard.description ?? '',
            uri: `db/${slug(dashboard.title)}`,
            url: address(dashboard),
            slug: '',
            type: 'dash-db',
            tags: dashboard.tags ?? [],
            isStarred: false,
            folderTitle: FOLDER,
          }))
        );
      },
    },
  ];
}
