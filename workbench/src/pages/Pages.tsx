import { lazy, Suspense } from 'react';
import { LoadingPlaceholder } from '@grafana/ui';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DashboardListPage } from './dashboards/DashboardListPage';
import { DashboardPage } from './dashboards/DashboardPage';
import { NotFoundPage } from './NotFoundPage';

const ExplorePage = lazy(() => import('./explore/ExplorePage'));
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
        <Route path="/connections/datasources" element={<DatasourceListPage />} />
        <Route path="/connections/datasources/edit/:uid" element={<DatasourcePage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}
