import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOf, scriptParts } from './scriptParts';

test.each([
  [
    'webpack://@imsa-hub/app/../../node_modules/react-dom/cjs/x.js',
    'react-dom',
  ],
  [
    'webpack://@imsa-hub/app/../../node_modules/a/node_modules/@b/c/d.js',
    '@b/c',
  ],
  ['webpack://@imsa-hub/app/./src/signIn/useSignIn.ts', 'packages/app'],
  ['webpack://@imsa-hub/app/../core/src/guard/findNames.ts', 'packages/core'],
  ['webpack://@imsa-hub/app/../../plugins/home/src/plugin.tsx', 'plugins/home'],
  ['webpack://@imsa-hub/app/webpack/runtime/load script', "the bundler's own"],
  [undefined, "the bundler's own"],
])('%s is of %s', (source, name) => {
  expect(packageOf(source)).toBe(name);
});

test('the shares of the packages are the whole script', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-script-'));
  try {
    const file = join(folder, 'one.js');
    await writeFile(file, 'aaaaaaaabbbbbbbb');
    await writeFile(
      `${file}.map`,
      JSON.stringify({
        version: 3,
        names: [],
        sources: [
          'webpack://@imsa-hub/app/./src/a.ts',
          'webpack://@imsa-hub/app/../../node_modules/b/b.js',
        ],
        // Columns 0 and 8 of the one line.
        mappings: 'AAAA,QCAA',
      }),
    );
    const { bytes, brotli, packages } = scriptParts(file);
    expect(bytes).toBe(16);
    expect([...packages.keys()]).toEqual(['packages/app', 'b']);
    expect(packages.get('b')).toBeCloseTo(brotli / 2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
