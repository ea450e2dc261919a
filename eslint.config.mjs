import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { layers } from './packages/plugin-config/lint/layers.mjs';
import { missingOn124 } from './packages/plugin-config/lint/missingOn124.mjs';

const sources = ['**/*.{ts,tsx}'];
const forTests = ['**/*.test.{ts,tsx}', '**/testing/**', '**/*.config.ts', 'bench/**', 'e2e/**'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/*.gen.*',
      '.cellthread/',
      '**/*.{js,cjs,mjs}',
      '**/playwright-report/',
      '**/test-results/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: sources,
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'import-x/no-self-import': 'error',
      'import-x/no-useless-path-segments': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // A workspace declares what it imports; what only its tests and its build import are devDependencies.
    files: sources,
    rules: {
      'import-x/no-extraneous-dependencies': [
        'error',
        { devDependencies: forTests, optionalDependencies: false, bundledDependencies: false, includeTypes: true },
      ],
    },
  },
  { files: ['packages/**/*.{ts,tsx}', 'plugins/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  { files: ['**/*.test.{ts,tsx}'], rules: { 'max-lines': ['error', { max: 800 }] } },
  ...layers,
  ...missingOn124
);
