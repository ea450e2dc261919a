import path from 'node:path';
import type { Configuration, RuleSetRule } from 'webpack';
import { createPlugin } from './createPlugin.js';

/** The flags of webpack's command line, for example `--env production`. */
type Env = Record<string, unknown>;

interface NameInfo {
  namespace: string;
  resourcePath: string;
  loaders?: string;
}

/** Third-party files are named ./node_modules/... wherever npm put them; own files stay relative to the plugin's src. */
export function moduleFilename({ namespace, resourcePath, loaders }: NameInfo): string {
  const i = resourcePath.indexOf('node_modules/');
  const p = i < 0 ? resourcePath : './' + resourcePath.slice(i);
  return `webpack://${namespace}/${p}${loaders ? `?${loaders}` : ''}`;
}

export default async function config(env: Env): Promise<Configuration> {
  const base = await import(path.join(createPlugin(), 'webpack/webpack.config.ts'));
  const c: Configuration = await base.default(env);
  c.output = { ...c.output, devtoolModuleFilenameTemplate: moduleFilename };
  for (const rule of c.module!.rules as RuleSetRule[]) {
    const use = rule.use as { loader?: string; options?: { jsc: Record<string, unknown> } } | undefined;
    if (use?.loader === 'swc-loader') {
      use.options!.jsc.transform = { react: { runtime: 'automatic' } };
      // As tsconfig says: every browser that Grafana 12.4 names knows it, and each file brings no helpers of its own.
      use.options!.jsc.target = 'es2022';
    }
  }
  return c;
}
