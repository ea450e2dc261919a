// Import directions. A layer may import only what stands in its list; a rule per layer makes the error name the layer.
const all = ['stats', 'plan', 'chart', 'panelkit'];
const grafana = ['@grafana/*', 'react', 'react-dom', 'react/*', '@emotion/*'];

/** Layer folder → the own packages it may import, and whether it may see React and Grafana. */
export const layerRules = {
  'packages/stats': { may: [], host: false },
  'packages/plan': { may: [], host: false },
  'packages/chart': { may: ['stats'], host: false, except: ['@grafana/ui', '@grafana/data', '@grafana/schema'] },
  'packages/panelkit': { may: ['stats', 'chart'], host: true },
  'plugins/panel/*': { may: ['stats', 'chart', 'panelkit'], host: true },
  'plugins/datasource/*': { may: ['panelkit'], host: true },
};

export const layers = Object.entries(layerRules).map(([folder, { may, host, except = [] }]) => ({
  files: [`${folder}/src/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: all.filter((p) => !may.includes(p) && !folder.endsWith(p)).map((p) => `@cellthread/${p}`),
            message: `${folder} may import only ${may.length ? may.join(', ') : 'nothing of the project'} (ARCHITECTURE, layers).`,
          },
          { group: ['uplot'], allowTypeImports: true, message: 'uPlot comes from the host; import its types only.' },
          ...(host
            ? []
            : [
                {
                  group: [...grafana, ...except.map((e) => `!${e}`)],
                  message: `${folder} is pure: no React, DOM or Grafana (ARCHITECTURE, layers).`,
                },
              ]),
        ],
      },
    ],
  },
}));
