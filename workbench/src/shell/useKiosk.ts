import { useEffect } from 'react';
import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router-dom';

/** `?kiosk`, `?kiosk=true` and `?kiosk=1` ask for the content alone. */
export function isKiosk(search = locationService.getLocation().search): boolean {
  const value = new URLSearchParams(search).get('kiosk');
  return value !== null && value !== 'false' && value !== '0';
}

/** Whether only the content is shown, and the switch for it. Escape ends it, as in Grafana. */
export function useKiosk(): [boolean, (on: boolean) => void] {
  const kiosk = isKiosk(useLocation().search);
  const set = (on: boolean) => locationService.partial({ kiosk: on ? true : null });
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && isKiosk()) {
        locationService.partial({ kiosk: null });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return [kiosk, set];
}
