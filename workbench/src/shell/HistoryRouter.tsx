import { useLayoutEffect, useState, type ReactNode } from 'react';
import { locationService } from '@grafana/runtime';
import { Router, type Navigator } from 'react-router-dom';

/** react-router over the history that @grafana/runtime's locationService owns. */
export function HistoryRouter({ children }: { children: ReactNode }) {
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  useLayoutEffect(() => history.listen(setLocation), [history]);
  return (
    <Router navigator={history as unknown as Navigator} location={location}>
      {children}
    </Router>
  );
}
