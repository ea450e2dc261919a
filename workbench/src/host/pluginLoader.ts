import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaDataUnstable from '@grafana/data/unstable';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaRuntimeUnstable from '@grafana/runtime/unstable';
import * as grafanaUi from '@grafana/ui';
import * as grafanaUiUnstable from '@grafana/ui/unstable';
import * as i18next from 'i18next';
import jquery from 'jquery';
import lodash from 'lodash';
import moment from 'moment';
// @ts-expect-error the package ships no types
import prismjs from 'prismjs';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as reactRouter from 'react-router';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';
import { loadOnce } from './loadOnce';

type Namespace = Record<string, unknown>;

/** What Grafana shares with its plugins, by AMD name. A plugin that asks for more finds it missing in Grafana, too. */
const shared: Record<string, Namespace> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/data/unstable': grafanaDataUnstable,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/runtime/unstable': grafanaRuntimeUnstable,
  '@grafana/ui': grafanaUi,
  '@grafana/ui/unstable': grafanaUiUnstable,
  i18next,
  jquery: { default: jquery },
  lodash: { default: lodash, ...lodash },
  moment: { default: moment, ...moment },
  prismjs: { default: prismjs, ...prismjs },
  react,
  'react/jsx-runtime': jsxRuntime,
  'react/jsx-dev-runtime': jsxRuntime,
  'react-dom': reactDom,
  'react-router': reactRouter,
  rxjs,
  'rxjs/operators': rxjsOperators,
};

const imports: Record<string, string> = {};
for (const [name, namespace] of Object.entries(shared)) {
  const own = namespace['default'] ?? namespace;
  const spread = typeof own === 'object' ? (own as Namespace) : {};
  System.set(`package:${name}`, { ...spread, ...namespace, default: own, __useDefault: own } as System.Module);
  imports[name] = `package:${name}`;
}
System.addImportMap({ imports });

const loaded = new Map<string, Promise<Namespace>>();

/** The exports of a plugin's `module.js` (an AMD module, loaded once), relative to the page's base. */
export function loadPluginModule(module: string): Promise<Namespace> {
  const url = new URL(module, document.baseURI).href;
  return loadOnce(loaded, url, async () => {
    try {
      const exports = (await System.import(url)) as Namespace;
      // A module with a top-level await is exported by webpack as a promise.
      const settled = (await exports['default']) as Namespace | undefined;
      return exports['plugin'] ? exports : (settled ?? exports);
    } catch (error) {
      System.delete(url); // it remembers failures as well
      throw error;
    }
  });
}
