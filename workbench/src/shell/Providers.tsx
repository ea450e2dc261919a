import type { ReactNode } from 'react';
import { createTheme, ThemeContext } from '@grafana/data';
import { config, locationService, LocationServiceProvider } from '@grafana/runtime';
import { ErrorBoundaryAlert, GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { HistoryRouter } from './HistoryRouter';
import { Notifications } from './Notifications';

/** Theme, addresses, portals: what every page of Grafana stands in. */
export function Providers({ children }: { children: ReactNode }) {
  const theme = createTheme({ colors: { mode: config.bootData.user.lightTheme ? 'light' : 'dark' } });
  return (
    <LocationServiceProvider service={locationService}>
      <HistoryRouter>
        <ThemeContext.Provider value={theme}>
          <GlobalStyles />
          <ModalsProvider>
            <ErrorBoundaryAlert style="page">{children}</ErrorBoundaryAlert>
            <ModalRoot />
          </ModalsProvider>
          <Notifications />
          <PortalContainer />
        </ThemeContext.Provider>
      </HistoryRouter>
    </LocationServiceProvider>
  );
}
