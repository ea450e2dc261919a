import type { Configuration, RuleSetRule } from 'webpack';
import base, { type Env } from './cp/webpack/webpack.config.ts';

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
  const c = await base(env);
  c.output = { ...c.output, devtoolModuleFilenameTemplate: moduleFilename };
  for (const rule of c.module!.rules as RuleSetRule[]) {
    const use = rule.use as { loader?: string; options?: { jsc: Record<string, unknown> } } | undefined;
    if (use?.loader === 'swc-loader') {
      use.options!.jsc.transform = { react: { runtime: 'automatic' } };
    }
  }
  return c;
}
