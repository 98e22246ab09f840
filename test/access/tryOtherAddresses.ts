import type { WrittenRoute } from '@imsa-hub/core-node';
import { newId } from '@imsa-hub/core';
import { answerPrint } from './answerPrint';
import { headerFaults } from './expectedHeaders';
import type { Findings } from './Findings';
import type { World } from './World';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const NO_PAGES = ['/none', '/.env', '/advice.php', '/static/none.js', '/api']
  .concat('/api/none', '/api/advice', '/api/advice/none', '/api/network/people')
  .concat('/api/advice/queries/x/y', '/static/main.js.map', '/adviceX')
  .concat('/advice/nonsense', '/settings', '/held/more', '/cases/.env');
const PAGES = ['/', '/advice', '/network', '/notifications', '/about'];
const AS_BROWSER = { accept: 'text/html' };

/**
 * Addresses and methods that nobody mounted are not found, and the console's
 * own pages say the same to everybody; all with exact headers.
 */
export async function tryOtherAddresses(input: {
  world: World;
  routes: readonly WrittenRoute[];
  findings: Findings;
}): Promise<void> {
  const { world, routes, findings } = input;
  const { members } = world.cast;
  const coordinator = world.cast.of('coordinator');
  const note = (
    where: string,
    path: string,
    answer: Parameters<typeof headerFaults>[1],
  ) => {
    findings.cells += 1;
    findings.headers.push(
      ...headerFaults(path, answer).map(fault => `${where}: ${fault}`),
    );
  };

  for (const member of members) {
    for (const path of NO_PAGES) {
      const answer = await member.client.send('GET', path, undefined, {
        headers: AS_BROWSER,
      });
      const where = `${path}, ${member.key}`;
      note(where, path, answer);
      const wanted = member.role === 'nobody' ? [401, 404] : [404];
      if (!wanted.includes(answer.status)) {
        findings.leaks.push(
          `${where}: an unknown address answers ${answer.status}`,
        );
      }
    }
  }

  const hidden = await world.shared({
    member: coordinator,
    relation: 'conflicted',
    stage: 'in-hand',
  });
  const pages = [hidden.id, newId()].map(id => `/advice/queries/${id}`);
  const measures = new Set<string>();
  for (const path of [...PAGES, ...pages]) {
    for (const member of members) {
      const answer = await member.client.send('GET', path, undefined, {
        headers: AS_BROWSER,
      });
      note(`${path}, ${member.key}`, path, answer);
      if (answer.status !== 200)
        findings.broken.push(`${path}: ${answer.status}`);
      measures.add(answerPrint(answer));
    }
  }
  if (measures.size !== 1) {
    findings.leaks.push(`the console's pages differ in ${measures.size} ways`);
  }

  for (const [path, mounted] of methodsByPath(routes)) {
    for (const method of METHODS) {
      const isRead = method === 'HEAD' && mounted.has('get');
      if (mounted.has(method.toLowerCase()) || isRead) continue;
      const place = path.replace(/:\w+/g, () => newId()).replace('*', 'none');
      const answer = await coordinator.client.send(method, place);
      const where = `${method} ${path}`;
      note(where, place, answer);
      const refused = answer.status >= 400 && answer.status < 500;
      if (!refused && method !== 'OPTIONS') {
        findings.leaks.push(
          `${where}: ${answer.status} where nothing is mounted`,
        );
      }
    }
  }
}

function methodsByPath(routes: readonly WrittenRoute[]) {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of routes) {
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  return methods;
}
