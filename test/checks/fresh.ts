import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { describeMachine } from '../support/machine';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';
import { FreshClone } from './fresh/FreshClone';
import { killedHalfWay, noNetwork, portTaken, type Met } from './fresh/faults';
import { askSomething, isThere, seeQueue } from './fresh/useHub';

const WARM_SECONDS = 15;
const ports = PORTS_FOR_CHECKS.fresh;
const url = `http://localhost:${ports.hub}`;
const READY = /IMSA Hub is ready after/;

/**
 * A clone in an empty folder and `npm start`, with the machine's own Node: what
 * a newcomer does, with the faults that may meet them on the way. With the
 * argument `--empty-cache` npm has nothing on this machine to take from.
 */
export async function check(args: string[]): Promise<CheckResult> {
  const place = await mkdtemp(join(tmpdir(), 'imsa-hub-fresh-'));
  const emptyCache = args.includes('--empty-cache');
  const browser = await startBrowser();
  const clone = await timed(() =>
    FreshClone.make({
      folder: join(place, 'hub'),
      ports,
      env: emptyCache ? { npm_config_cache: join(place, 'npm-cache') } : {},
    }),
  );
  try {
    return await tryEverything({
      place,
      clone: clone.result,
      cloneSeconds: clone.seconds,
      browser,
      emptyCache,
    });
  } finally {
    await browser.close();
    await stopAll(clone.result);
    await rm(place, { recursive: true, force: true });
  }
}

async function tryEverything(input: {
  place: string;
  clone: FreshClone;
  cloneSeconds: number;
  browser: Browser;
  emptyCache: boolean;
}): Promise<CheckResult> {
  const { clone, browser } = input;
  const met: Met[] = [];
  const meet = (fault: Met) => {
    met.push(fault);
    say(`${fault.held ? '✓' : '✗'} ${fault.what}: ${fault.said}`);
  };
  say('A first start without a network …');
  meet(await noNetwork({ clone, emptyCache: join(input.place, 'no-cache') }));
  say('A first start that is killed while it installs …');
  meet(await killedHalfWay(clone));

  say('The first start …');
  const cold = await visit({ clone, browser, meet, name: 'first start' });
  const id = cold.id;
  meet({
    what: 'what is kept out of git stays out',
    held: (await clone.git('status', '--porcelain')) === '',
    said: (await clone.git('status', '--porcelain')) || 'nothing to commit',
  });
  for (const [name, variable] of PORT_VARIABLES) {
    meet(await portTaken({ clone, port: ports[name], variable }));
  }
  say('The second start …');
  const warm = await visit({
    clone,
    browser,
    meet,
    name: 'second start',
    id,
  });

  const failed = met.filter(fault => !fault.held);
  return {
    figures: [
      [
        'machine',
        `${describeMachine()}; its Node ${await clone.machineNode()}, the hub's ${cold.program}`,
      ],
      ['revision', await clone.git('log', '-1', '--format=%h %s')],
      ...met.map((fault): [string, string] => [
        fault.what,
        `${fault.held ? 'as it should be' : 'NOT AS IT SHOULD BE'}: ${fault.said}`,
      ]),
      ['clone', seconds(input.cloneSeconds)],
      [
        `installation (npm's cache ${input.emptyCache ? 'empty at first' : 'as on this machine'})`,
        seconds(cold.installed),
      ],
      [
        'first data, pages built, first start',
        seconds(cold.ready - cold.installed),
      ],
      ['cold: clone to ready', seconds(input.cloneSeconds + cold.ready)],
      ['sign-in to the rows of the queue, cold', seconds(cold.queue)],
      ['sign-in to the rows of the queue, warm', seconds(warm.queue)],
      ['faults and findings not as they should be', String(failed.length)],
      ["warm: the hub's main thread", warm.processor],
      [
        `warm: npm start to ready (under ${WARM_SECONDS} s)`,
        seconds(warm.ready),
      ],
    ],
    holds: failed.length === 0 && warm.ready < WARM_SECONDS,
  };
}

const PORT_VARIABLES = [
  ['hub', 'HUB_PORT'],
  ['identity', 'HUB_IDENTITY_PORT'],
  ['mailWeb', 'HUB_MAIL_WEB_PORT'],
  ['smtp', 'HUB_SMTP_PORT'],
  ['postgres', 'HUB_POSTGRES_PORT'],
] as const;

/** One start, a look at it with a browser, and Ctrl-C. */
async function visit(input: {
  clone: FreshClone;
  browser: Browser;
  meet(met: Met): void;
  name: string;
  /** A question asked before, which must be there. */
  id?: string;
}) {
  const { clone, browser, meet, name } = input;
  const command = clone.start();
  const installed = input.id
    ? 0
    : await command.until(text => text.includes('✓ Installed'), {
        what: 'The installation',
        withinSeconds: 900,
      });
  const ready = await command.until(text => READY.test(text), {
    what: 'Being ready',
    withinSeconds: 600,
  });
  say(`  ready after ${seconds(ready)}`);
  const { program, ran, waited } = clone.hubProcess();
  const seen = await seeQueue({ browser, url });
  meet({
    what: `${name}: the coordinator sees the queue`,
    held: seen.rows > 0,
    said: `${seen.rows} rows`,
  });
  if (input.id) {
    const there = await isThere(url, input.id);
    meet({
      what: 'what was entered before is there after',
      held: there,
      said: there ? 'word for word' : 'it is not',
    });
  } else {
    meet({
      what: 'the hub runs on the Node that npm brought',
      held: program.startsWith(join(clone.folder, 'node_modules')),
      said: program.replace(clone.folder, '.'),
    });
  }
  const id = input.id ?? (await askSomething(url));
  command.signal('SIGINT');
  const code = await command.end(40);
  const left = await clone.leftovers();
  meet({
    what: `${name}: Ctrl-C stops all of it`,
    held: left.length === 0 && command.text.includes('Stopped.') && code !== 0,
    said: left.join('; ') || 'no process left, every port free',
  });
  return {
    installed,
    ready,
    queue: seen.seconds,
    processor: `ran ${seconds(ran)}, waited ${seconds(waited)} for others to leave a processor`,
    id,
    program: /node-linux-\w+/.exec(program)?.[0] ?? program,
  };
}

/** After a failure: whatever still runs in the clone. */
async function stopAll(clone: FreshClone): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const line of clone.processes()) {
      try {
        process.kill(Number(line.split(' ')[0]), signal);
      } catch {
        // It has ended in the meantime.
      }
    }
    if (clone.processes().length > 0) await sleep(5_000);
  }
}

async function timed<T>(work: () => Promise<T>) {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}

const seconds = (value: number) => `${value.toFixed(1)} s`;
const say = (line: string) => process.stdout.write(`${line}\n`);
