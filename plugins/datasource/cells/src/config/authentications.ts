import type { Authentication } from '../settings';
import type { Settings } from './SettingsProps';

/** The ways to log in, by the version of InfluxDB. */
export const authentications: Array<{ value: Authentication; label: string; description: string }> = [
  { value: 'none', label: 'None', description: 'InfluxDB without authentication' },
  { value: 'basic', label: '1.x: user', description: 'User and password of InfluxDB 1.x' },
  { value: 'token', label: '2.x: token', description: 'API token of InfluxDB 2.x; databases are mapped to buckets' },
  { value: 'bearer', label: '3: bearer', description: 'Bearer token of InfluxDB 3' },
];

/** The way in force: what is set, else what the credentials suggest, as in the backend. */
export function authenticationOf({ jsonData, secureJsonFields }: Settings): Authentication {
  return jsonData.authentication ?? (secureJsonFields?.['token'] ? 'token' : jsonData.user ? 'basic' : 'none');
}
