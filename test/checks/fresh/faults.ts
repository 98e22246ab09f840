import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FreshClone } from './FreshClone';

/** How a fault was met: in words, and whether as it should be. */
export interface Met {
  what: string;
  held: boolean;
  said: string;
}

// What a person is told, and no trace of a program.
const isPlain = (text: string) =>
  text.includes('What to do: ') && !/^\s+at .*:\d+/m.test(text);

const firstLine = (text: string, pattern: RegExp) =>
  text.split('\n').find(line => pattern.test(line)) ??
  text.trim().split('\n').slice(-3).join(' / ');

/** A first start without a network: nothing in npm's cache, no registry. */
export async function noNetwork(options: {
  clone: FreshClone;
  emptyCache: string;
}): Promise<Met> {
  const command = options.clone.start({
    npm_config_registry: 'https://registry.invalid/',
    npm_config_cache: options.emptyCache,
  });
  const code = await command.end(180);
  return {
    what: 'no network',
    held:
      code === 1 &&
      isPlain(command.text) &&
      /there seems to be no network/.test(command.text) &&
      (await options.clone.leftovers()).length === 0,
    said: firstLine(command.text, /no network/),
  };
}

/** An installation that is killed, with everything it started, when it is under way. */
export async function killedHalfWay(clone: FreshClone): Promise<Met> {
  const modules = join(clone.folder, 'node_modules');
  const command = clone.start();
  const parts = () =>
    existsSync(modules) ? readdirSync(modules, { recursive: true }).length : 0;
  await command.until(() => parts() > 2_000, {
    what: 'An installation under way',
    withinSeconds: 300,
  });
  const seconds = command.seconds;
  command.signal('SIGKILL');
  await command.end(10);
  const left = await clone.leftovers();
  const unfinished = !existsSync(join(modules, '.imsa-hub-installed'));
  return {
    what: 'killed half-way through the installation',
    held: unfinished && left.length === 0,
    said: `SIGKILL after ${seconds.toFixed(1)} s with ${parts()} files in place; ${left.length} processes left`,
  };
}

/** A start while another program has one of its ports. */
export async function portTaken(options: {
  clone: FreshClone;
  port: number;
  variable: string;
}): Promise<Met> {
  const { clone, port, variable } = options;
  const holder = createServer().listen(port, '127.0.0.1');
  await new Promise(done => holder.once('listening', done));
  const command = clone.start();
  const code = await command.end(60);
  await new Promise(done => holder.close(done));
  const { text } = command;
  return {
    what: `port of ${variable} taken`,
    held:
      code === 1 &&
      isPlain(text) &&
      text.includes(`Port ${port}, which `) &&
      text.includes(`is taken by`) &&
      text.includes(`${variable}=`) &&
      (await clone.leftovers()).length === 0,
    said: firstLine(text, /is taken by/),
  };
}
