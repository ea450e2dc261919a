import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Language, languages } from '../../../packages/vocabulary/src/index.gen';
import { withLogins } from './provisioning/logins';
import type { WorkbenchOptions } from './startWorkbench';

export const USAGE = `npx tsx workbench/server/src/main.ts [flags]
  --port N              port on 127.0.0.1 (default 3000; 0 takes a free one)
  --influx URL          InfluxDB of the datasource "cellthread" (default: as provisioned)
  --json-data JSON      laid over the datasource's jsonData; its secrets come from CELLTHREAD_SECURE_JSON_DATA (JSON)
  --plugin FILE         backend of the datasource (default: the one built for this machine)
  --provisioning DIR    Grafana's provisioning folder (default: provisioning)
  --plugins DIR         folder of the built plugins (default: plugins)
  --role ROLE           Viewer, Editor or Admin (default Editor)
  --login NAME          who writes (default workbench)
  --mqtt URL            evaluates the provisioned alert rules and sends their messages to this broker; who logs in there
                        comes from CELLTHREAD_MQTT_USER and CELLTHREAD_MQTT_PASSWORD
  --policies FILE       notification policies: whom rules without a receiver of their own are told to
  --language CODE       of what the inbox says: that in which the plan has people told (default en)
  --texts FILE          what fills in the texts of alerts (default .cellthread/bin/cellthread-texts)
  --data-dir DIR        what the plugin and its host report goes to DIR/logs/datasource.log (default: warnings to stderr),
                        what people were told to DIR/alerting.json (default: it is forgotten at the end)
`;

const ROLES = ['Viewer', 'Editor', 'Admin'] as const;

function json<T>(text: string | undefined, name: string): T | undefined {
  if (!text) {
    return undefined;
  }
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new Error(`${name} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** The command line as options. Throws a sentence on an unknown flag or value. */
export function parseArguments(
  args: string[],
  env: Record<string, string | undefined>
): Omit<WorkbenchOptions, 'pluginBinary'> & { pluginBinary?: string; dataDir?: string; help: boolean } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      port: text,
      influx: text,
      'json-data': text,
      plugin: text,
      provisioning: text,
      plugins: text,
      role: text,
      login: text,
      mqtt: text,
      policies: text,
      texts: text,
      language: text,
      'data-dir': text,
      help: { type: 'boolean', short: 'h' },
    },
  });
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port ${values.port} is not a port (0 to 65535)`);
  }
  const role = ROLES.find((known) => known === (values.role ?? 'Editor'));
  if (!role) {
    throw new Error(`--role ${values.role} is none of ${ROLES.join(', ')}`);
  }
  const login = values.login ?? 'workbench';
  return {
    port,
    pluginBinary: values.plugin,
    datasource: {
      jsonData: {
        ...(values.influx ? { servers: [{ url: values.influx }] } : {}),
        ...json<Record<string, unknown>>(values['json-data'], '--json-data'),
      },
      secureJsonData: json(env['CELLTHREAD_SECURE_JSON_DATA'], 'CELLTHREAD_SECURE_JSON_DATA'),
    },
    provisioningDir: values.provisioning,
    pluginsDir: values.plugins,
    user: { role, login, name: login },
    alerting: alertingOf(values, env),
    dataDir: values['data-dir'],
    help: values.help ?? false,
  };
}

function languageOf(code: string): Language {
  const language = languages.find((known) => known === code);
  if (!language) {
    throw new Error(`--language ${code} is none of ${languages.join(', ')}`);
  }
  return language;
}

function alertingOf(
  values: { mqtt?: string; policies?: string; texts?: string; language?: string; 'data-dir'?: string },
  env: Record<string, string | undefined>
): WorkbenchOptions['alerting'] {
  const { mqtt: url, policies, texts, 'data-dir': dataDir } = values;
  const { CELLTHREAD_MQTT_USER: username = '', CELLTHREAD_MQTT_PASSWORD: password = '' } = withLogins(env);
  return url === undefined
    ? undefined
    : {
        broker: { url, username, password },
        policies,
        ...(values.language !== undefined && { language: languageOf(values.language) }),
        stateFile: dataDir && join(dataDir, 'alerting.json'),
        textProgram: texts ?? fileURLToPath(new URL('../../../.cellthread/bin/cellthread-texts', import.meta.url)),
      };
}
