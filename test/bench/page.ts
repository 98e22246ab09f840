import { startHub, type BackendService, type Hub } from '@imsa-hub/launch';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CheckResult } from '../checks/CheckResult';
import { startBrowser } from '../support/browser';
import { describeMachine } from '../support/machine';
import { PORTS_FOR_CHECKS } from '../support/ports';
import { measurePage, type PageRun } from './page/measurePage';
import { BROTLI_QUALITY, scriptParts } from './page/scriptParts';

/** Kilobytes of 1,000 bytes. */
const MOST_KB = 480;
const PAGE_RUNS = 7;
const BACKEND_RUNS = 3;
const built = resolve(__dirname, '../../packages/app/dist');

/**
 * The signed-in home in a real browser: the scripts it loads, what they are
 * made of, when it can be read and used; and the backend's start and memory.
 */
export async function bench(): Promise<CheckResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imsa-hub-page-'));
  const hub = await startHub({ dataDir, ports: PORTS_FOR_CHECKS.page });
  const browser = await startBrowser();
  try {
    const starts = await measureStarts(hub.services.backend);
    const runs = await measurePage({ browser, url: hub.url, runs: PAGE_RUNS });
    return report({ runs, starts, memory: await memoryOf(hub) });
  } finally {
    await browser.close();
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Seconds from starting the process to being ready for requests. */
async function measureStarts(backend: BackendService): Promise<number[]> {
  const seconds: number[] = [];
  for (let run = 0; run < BACKEND_RUNS; run += 1) {
    await backend.stop();
    const began = performance.now();
    await backend.start();
    seconds.push((performance.now() - began) / 1000);
  }
  return seconds;
}

/** Resident memory of the backend after the visits, in MB. */
async function memoryOf(hub: Hub): Promise<number> {
  const { pid } = hub.services.backend;
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1000;
}

function report(input: {
  runs: PageRun[];
  starts: number[];
  memory: number;
}): CheckResult {
  const { runs, starts, memory } = input;
  const paths = [...new Set(runs.flatMap(run => [...run.scripts.keys()]))];
  const scripts = paths
    .map(path => ({ path, ...scriptParts(join(built, path)) }))
    .sort((a, b) => b.brotli - a.brotli);
  const packages = new Map<string, number>();
  for (const script of scripts) {
    for (const [name, bytes] of script.packages) {
      packages.set(name, (packages.get(name) ?? 0) + bytes);
    }
  }
  const total = sum(scripts.map(script => script.brotli));
  const wire = median(
    runs.map(run => sum([...run.scripts.values()].map(script => script.wire))),
  );
  const encodings = new Set(
    runs.flatMap(run => [...run.scripts.values()].map(one => one.encoding)),
  );
  return {
    figures: [
      ['machine', describeMachine()],
      ...scripts.map(({ path, brotli, bytes }): [string, string] => [
        `  ${path.replace('/static/', '')}`,
        `${kb(brotli)} of ${kb(bytes)}`,
      ]),
      ['whose code it is', `by source map, in brotli, ${packages.size} parts`],
      ...largest(packages, total),
      [
        `first paint, median of ${runs.length}, nothing cached`,
        spread(runs.map(run => run.firstPaint)),
      ],
      [
        'usable (heading and first card), median',
        spread(runs.map(run => run.usable)),
      ],
      [
        `backend start, median of ${starts.length}`,
        `${median(starts).toFixed(1)} s (${starts.map(one => one.toFixed(1)).join(', ')})`,
      ],
      ['resident memory of the backend', `${memory.toFixed(0)} MB`],
      [
        `scripts on the wire, headers included (${[...encodings].join(', ')})`,
        kb(wire),
      ],
      [
        `scripts of the signed-in home, brotli ${BROTLI_QUALITY} (at most ${MOST_KB} kB)`,
        `${kb(total)} in ${scripts.length} files`,
      ],
    ],
    holds:
      scripts.length > 0 &&
      total <= MOST_KB * 1000 &&
      wire <= MOST_KB * 1000 &&
      runs.every(run => run.firstPaint > 0 && run.usable > 0),
  };
}

const SHOWN = 30;

function largest(
  packages: ReadonlyMap<string, number>,
  total: number,
): Array<[string, string]> {
  const sorted = [...packages].sort(([, a], [, b]) => b - a);
  const rest = sorted.slice(SHOWN);
  return [
    ...sorted.slice(0, SHOWN),
    [`${rest.length} more`, sum(rest.map(([, bytes]) => bytes))] as const,
  ].map(([name, bytes]) => [
    `  ${name}`,
    `${kb(bytes)}, ${((100 * bytes) / total).toFixed(1)} %`,
  ]);
}

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const spread = (values: readonly number[]) =>
  `${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
