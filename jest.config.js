const fs = require('node:fs');
const path = require('node:path');
const {
  getJestEnvironment,
} = require('@backstage/cli-module-test-jest/config/getJestEnvironment');

// Servers run in UTC; what people see is turned into Europe/London by our code.
process.env.TZ = 'UTC';

const root = __dirname;
const config = name =>
  require.resolve(`@backstage/cli-module-test-jest/config/${name}`);

/** Folders of the packages whose tests need a document to draw in. */
const inBrowser = ['packages', 'plugins'].flatMap(parent =>
  fs
    .readdirSync(path.join(root, parent))
    .map(name => `${parent}/${name}`)
    .filter(folder => {
      const file = path.join(root, folder, 'package.json');
      const role = fs.existsSync(file) && require(file).backstage?.role;
      return /^(frontend|web-library)/.test(role || '');
    }),
);

const swc = (syntax, options = {}) => [
  config('jestSwcTransform'),
  {
    ...options,
    jsc: {
      parser: { ...syntax },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

/** Node runs dynamic imports itself; a document's tests have them rewritten. */
const transforms = options => ({
  '\\.(mjs|cjs|js)$': swc({ syntax: 'ecmascript' }, options),
  '\\.jsx$': swc({ syntax: 'ecmascript', jsx: true }),
  '\\.(mts|cts|ts)$': swc({ syntax: 'typescript' }, options),
  '\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
  '\\.(bmp|gif|jpg|jpeg|png|ico|webp|svg|eot|woff|woff2|ttf)$': config(
    'jestFileTransform.js',
  ),
  '\\.(yaml)$': config('jestYamlTransform'),
});

const shared = {
  rootDir: root,
  roots: ['<rootDir>/packages', '<rootDir>/plugins', '<rootDir>/test'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.data/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleNameMapper: {
    '\\.(css|less|scss|sss|styl)$': require.resolve('jest-css-modules'),
  },
  // The rest of node_modules may be ES modules, which jest cannot load as such.
  transformIgnorePatterns: [
    '/node_modules/(?:@material-ui|ajv|core-js|jest-.*|jsdom|knex|react|react-dom|highlight\\.js|prismjs|json-schema|react-use/lib|typescript)/',
  ],
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/support/startTestPostgres.cjs',
  globalTeardown: '<rootDir>/test/support/stopTestPostgres.cjs',
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/packages/*/src/**/*.test.ts',
        '<rootDir>/plugins/*/src/**/*.test.ts',
        '<rootDir>/test/**/*.test.ts',
      ],
      testPathIgnorePatterns: [
        ...shared.testPathIgnorePatterns,
        ...inBrowser.map(folder => `<rootDir>/${folder}/`),
      ],
      moduleFileExtensions: [
        'ts',
        'tsx',
        'mts',
        'cts',
        'js',
        'mjs',
        'cjs',
        'json',
        'node',
      ],
      transform: transforms({
        module: { ignoreDynamic: true, exportInteropAnnotation: true },
      }),
      setupFilesAfterEnv: ['<rootDir>/test/support/setupNode.cjs'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: getJestEnvironment(),
      testEnvironmentOptions: { url: 'http://localhost' },
      runtime: config('jestCachingModuleLoader'),
      testMatch: [
        '<rootDir>/packages/*/src/**/*.test.tsx',
        '<rootDir>/plugins/*/src/**/*.test.tsx',
        ...inBrowser.map(folder => `<rootDir>/${folder}/src/**/*.test.ts`),
      ],
      moduleFileExtensions: [
        'ts',
        'tsx',
        'js',
        'jsx',
        'mjs',
        'cjs',
        'json',
        'node',
      ],
      transform: transforms(),
      setupFilesAfterEnv: ['<rootDir>/test/support/setupBrowser.cjs'],
    },
  ],
};
