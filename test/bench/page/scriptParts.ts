import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Brotli's best, as for files that are compressed once and served often. */
export const BROTLI_QUALITY = 11;
// One look every so many characters: exact to a hair, and quick.
const STEP = 4;

/** One script as it was built. */
export interface ScriptParts {
  bytes: number;
  brotli: number;
  /** By package, in bytes of brotli: each has its share of the written script. */
  packages: Map<string, number>;
}

/**
 * Measures a built script and says, from its source map, whose code it is.
 *
 * @param file - the script; its map lies beside it
 */
export function scriptParts(file: string): ScriptParts {
  const code = readFileSync(file, 'utf8');
  const bytes = Buffer.byteLength(code);
  const brotli = brotliCompressSync(code, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
  }).length;
  const samples = sample(code, readMap(`${file}.map`));
  const total = [...samples.values()].reduce((sum, count) => sum + count, 0);
  const packages = new Map(
    [...samples].map(([name, count]) => [name, (brotli * count) / total]),
  );
  return { bytes, brotli, packages };
}

/** A chunk of nothing but the bundler's own lines has no map. */
function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function sample(code: string, map: SourceMap | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [line, text] of code.split('\n').entries()) {
    for (let column = 0; column < text.length; column += STEP) {
      const entry = map?.findEntry(line, column);
      const source =
        entry && 'originalSource' in entry ? entry.originalSource : undefined;
      count(packageOf(source));
    }
  }
  return counts;
}

const OWN = "the bundler's own";

/** `@scope/name` of a part from npm, the folder of one of ours. */
export function packageOf(source: string | undefined): string {
  if (!source) return OWN;
  const below = source.split('node_modules/');
  if (below.length > 1) {
    const [first = '', second = ''] = (below.at(-1) ?? '').split('/');
    return first.startsWith('@') ? `${first}/${second}` : first;
  }
  // The bundler names our sources from where the app lies.
  const fromApp = source.replace(/^webpack:\/\/@[^/]+\/[^/]+\//, '');
  const [parent = '', name = ''] = posix
    .join('packages/app', fromApp)
    .split('/');
  const ours = /^(packages|plugins)$/.test(parent) && fromApp.includes('/src/');
  return ours ? `${parent}/${name}` : OWN;
}
