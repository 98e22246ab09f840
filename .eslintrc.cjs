const { createConfig } = require('@backstage/cli/config/eslint-factory');

const noMaterial = {
  group: ['@material-ui/*', '@material-ui/**', '@mui/*', '@mui/**'],
  message:
    'Pages use @backstage/ui; the old Material kit is for the shell alone.',
};

const pluginSources = ['plugins/**/*.ts', 'plugins/**/*.tsx'];

module.exports = {
  root: true,
  // A rule that is wrong here is changed here, for everybody to see.
  noInlineConfig: true,
  ...createConfig(__dirname, {
    extends: ['@spotify/eslint-config-react'],
    parserOptions: { ecmaVersion: 2023, ecmaFeatures: { jsx: true } },
    settings: { react: { version: '18.3' } },
    ignorePatterns: ['**/node_modules/**', '**/coverage/**', '.data/**'],
    rules: {
      'no-console': 'error',
      'react/react-in-jsx-scope': 'off',
      'react/prop-types': 'off',
      'no-use-before-define': 'off',
      // A file reads top to bottom: what is exported first, its helpers below.
      '@typescript-eslint/no-use-before-define': [
        'error',
        { functions: false, classes: false, variables: false },
      ],
      'dot-notation': 'off',
      'new-cap': ['error', { capIsNew: false }],
      // Written for packages that are published; ours declare react themselves.
      '@backstage/no-undeclared-imports': 'off',
      'jest/expect-expect': [
        'error',
        {
          assertFunctionNames: [
            'expect*',
            '**.expect*',
            'fc.assert',
            'assert*',
          ],
        },
      ],
    },
    tsRules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
    overrides: [
      { files: ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.cjs'] },
      {
        files: pluginSources,
        rules: {
          'no-restricted-imports': ['error', { patterns: [noMaterial] }],
        },
      },
      {
        // Tests may use what the root declares; sources say what they need.
        files: ['packages/*/src/**', 'plugins/*/src/**'],
        excludedFiles: [
          '**/*.test.ts',
          '**/*.test.tsx',
          '**/__testUtils__/**',
          '**/__fixtures__/**',
          // Below a source folder: the workspace `testing` is itself checked.
          '**/src/**/testing/**',
        ],
        rules: { 'import/no-extraneous-dependencies': 'error' },
      },
      {
        // The launcher speaks on the console and awaits one thing at a time.
        files: ['packages/launch/**'],
        rules: { 'no-console': 'off', 'no-await-in-loop': 'off' },
      },
      {
        // Older syntax on purpose: an old Node must be able to read it.
        files: ['packages/launch/setup.cjs'],
        rules: { 'no-var': 'off', 'prefer-template': 'off', strict: 'off' },
      },
      {
        // Sent as it is written: a visitor's old browser must be able to read it.
        files: ['packages/core-node/src/publicPages/assets/**'],
        rules: { 'no-var': 'off', 'func-names': 'off' },
      },
      {
        // Checks and journeys belong to the root and may use any workspace.
        files: ['test/**'],
        rules: {
          'no-restricted-syntax': 'off',
        },
      },
    ],
  }),
};
