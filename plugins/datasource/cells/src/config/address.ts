import { withJson, withSecret } from './changes';
import type { Settings } from './SettingsProps';

/** The address of the one server. */
export const addressOf = ({ jsonData }: Settings): string => jsonData.servers?.[0]?.url ?? '';

/** The settings with another address. `url` stays empty: Grafana proxies it for every Viewer. */
export const withAddress = (settings: Settings, address: string): Settings =>
  withJson({ ...settings, url: '' }, { servers: address ? [{ ...settings.jsonData.servers?.[0], url: address }] : [] });

/**
 * Settings of earlier versions with the address moved out of `url`, where a stated one of `servers` stands over it. A user
 * and password in it become the settings' own.
 */
export function withAddressMoved(settings: Settings): Settings {
  const { address, user, password } = parted(settings.url);
  const moved = withAddress(settings, addressOf(settings) || address);
  const named = user ? withJson(moved, { user }) : moved;
  return password ? withSecret(named, 'password', password) : named;
}

function parted(text: string): { address: string; user?: string; password?: string } {
  try {
    const url = new URL(text);
    if (!url.username && !url.password) {
      return { address: text };
    }
    const user = decodeURIComponent(url.username);
    const password = decodeURIComponent(url.password);
    url.username = '';
    url.password = '';
    return { address: url.href.replace(/\/$/, ''), user, password };
  } catch {
    return { address: text };
  }
}
