// One jest run for the whole repository: packages and tools in node, what touches React or Grafana in jsdom.
const path = require('path');
const { createPlugin } = require('./createPlugin');

const scaffold = createPlugin();
const base = require(path.join(scaffold, 'jest.config.js'));
const { grafanaESModules, nodeModulesToTransform } = require(path.join(scaffold, 'jest/utils.js'));

process.env.TZ = 'UTC';
const rootDir = path.resolve(__dirname, '../..');
const [, [swc, options]] = Object.entries(base.transform)[0];
const transform = {
  '^.+\\.(m?[tj]s|[tj]sx)$': [
    swc,
    { ...options, jsc: { ...options.jsc, transform: { react: { runtime: 'automatic' } } } },
  ],
};
const shared = {
  rootDir,
  // A global of Jest's sandbox is looked up by a call out of compiled code: these stand in loops that compute for seconds.
  sandboxInjectedGlobals: ['Math', 'Infinity', 'Float64Array', 'Int32Array'],
  transform,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/plugins/.*/.*/dist/'],
};

module.exports = {
  rootDir,
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/packages/{stats,problem,plan,chart,plugin-config}/**/*.test.ts',
        '<rootDir>/{simulator,bench,tools/*}/src/**/*.test.ts',
      ],
      transformIgnorePatterns: [nodeModulesToTransform([...grafanaESModules, '@react-hookz', '@ver0'])],
    },
    {
      ...base,
      ...shared,
      displayName: 'jsdom',
      testEnvironment: path.join(__dirname, 'jest-jsdom.js'),
      modulePaths: [],
      moduleNameMapper: { ...base.moduleNameMapper, '^@emotion/sheet$': path.join(__dirname, 'jest-sheet.js') },
      testMatch: ['<rootDir>/{packages/panelkit,plugins/panel/*,plugins/datasource/*}/src/**/*.test.{ts,tsx}'],
      setupFiles: [path.resolve(__dirname, 'jest-polyfill.js')],
      setupFilesAfterEnv: [path.join(scaffold, 'jest-setup.js'), path.join(__dirname, 'jest-patience.js')],
      transformIgnorePatterns: [nodeModulesToTransform([...grafanaESModules, '@react-hookz', '@ver0'])],
    },
  ],
};
