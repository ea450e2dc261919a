import { lazy, Suspense } from 'react';
import { LoadingPlaceholder } from '@grafana/ui';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DashboardListPage } from './dashboards/DashboardListPage';
import { DashboardPage } from './dashboards/DashboardPage';
import { NotFoundPage } from './NotFoundPage';

const ExplorePage = lazy(() => import('./explore/ExplorePage'));
const InboxPage = lazy(() => import('./alerting/InboxPage'));
const RulesPage = lazy(() => import('./alerting/RulesPage'));
const DatasourceListPage = lazy(() => import('./datasources/DatasourceListPage'));
const DatasourcePage = lazy(() => import('./datasources/DatasourcePage'));

/** Grafana's addresses. */
export function Pages() {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading…" />}>
      <Routes>
        <Route path="/" element={<Navigate to="/dashboards" replace />} />
        <Route path="/dashboards" element={<DashboardListPage />} />
        <Route path="/d/:uid/:slug?" element={<DashboardPage />} />
        <Route path="/explore" element={<ExplorePage />} />
        <Route path="/alerting" element={<Navigate to="/alerting/inbox" replace />} />
        <Route path="/alerting/inbox" element={<InboxPage />} />
        <Route path="/alerting/list" element={<RulesPage />} />
        <Route path="/alerting/grafana/:uid/view" element={<RulesPage />} />
        <Route path="/connections/datasources" element={<DatasourceListPage />} />
        <Route path="/connections/datasources/edit/:uid" element={<DatasourcePage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
