import { done } from '../done';
import type { Cell, Recipe } from '../Recipe';
import { collection, dutyVerdict } from './duties';

const READ = 'read legal limits';
const KEEP = 'keep legal limits';
const WHY = 'Tried by the access check';

interface Rule {
  rule: { id: string; effectiveTo?: string };
  standing: string;
}

/** Rules that were ended, and days that were closed, are not tried again. */
const used = new Set<string>();
let nextDay = 1;

function rule(options: {
  tail: string;
  body?: object;
  duty: typeof READ | typeof KEEP;
}): Recipe {
  const { tail, body, duty } = options;
  return {
    route: `${body ? 'post' : 'get'} /api/deadlines/rules/:ruleId${tail}`,
    standings: ['there', 'missing'],
    verdict: (member, standing) => {
      const verdict = dutyVerdict(duty, 'as-missing')(member);
      const isMissing = verdict === 'answered' && standing === 'missing';
      return isMissing ? 'as-missing' : verdict;
    },
    async call(cell) {
      const isThere = cell.standing === 'there';
      const id = isThere ? await unusedRule(cell) : 'never-existed';
      const version = isThere ? await versionOf(cell, id) : 1;
      return {
        path: `/api/deadlines/rules/${id}${tail}`,
        body: body ? { version, ...body } : undefined,
        ...(isThere ? { traces: () => traces(cell, id) } : {}),
      };
    },
  };
}

/** Every route of legal limits. */
export const legalLimits: readonly Recipe[] = [
  collection({
    route: 'get /api/deadlines/rules',
    duty: READ,
    call: () => undefined,
  }),
  collection({
    route: 'get /api/deadlines/holidays',
    duty: READ,
    call: () => undefined,
  }),
  collection({
    route: 'post /api/deadlines/limits',
    duty: READ,
    call: () => ({
      nation: 'england',
      eventId: 'nrm-negative-decision',
      date: '2026-11-02',
    }),
  }),
  collection({
    route: 'post /api/deadlines/holidays',
    duty: KEEP,
    call: mark => ({
      divisions: ['scotland'],
      // The weekdays of a week without a holiday.
      date: `2027-02-0${nextDay++ % 5 || 5}`,
      change: 'add',
      title: mark,
      reason: WHY,
    }),
  }),
  rule({ tail: '', duty: READ }),
  rule({
    tail: '/review',
    duty: KEEP,
    body: { confidence: 'secondary', source: WHY, reason: WHY },
  }),
  rule({
    tail: '/end',
    duty: KEEP,
    body: { effectiveTo: '2027-06-01', reason: WHY },
  }),
];

async function unusedRule(cell: Cell): Promise<string> {
  const { rules } = await done<{ rules: Rule[] }>(
    'read the rules',
    cell.world.cast.of('hub-manager').client.get('/api/deadlines/rules'),
  );
  const changes = cell.verdict === 'answered';
  const found = rules.find(
    ({ rule: { id, effectiveTo }, standing }) =>
      standing === 'in-force' && !effectiveTo && !used.has(id),
  );
  if (!found) throw new Error('Every rule has been ended');
  if (changes) used.add(found.rule.id);
  return found.rule.id;
}

async function versionOf({ world }: Cell, id: string): Promise<number> {
  const { client } = world.cast.of('hub-manager');
  const path = `/api/deadlines/rules/${id}`;
  const answer = client.get<{ version: number }>(path);
  return (await done('read a rule', answer)).version;
}

async function traces({ world }: Cell, id: string): Promise<string> {
  const { client } = world.cast.of('hub-manager');
  return (await client.get(`/api/deadlines/rules/${id}`)).text;
}
