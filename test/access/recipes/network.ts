import { newId } from '@imsa-hub/core';
import type { Member } from '../Cast';
import { has, knows, type Acquaintance, type Verdict } from '../policy';
import { signedIn, type Cell, type Recipe } from '../Recipe';
import type { Entry } from '../Register';
import { collection } from './duties';

const KEEP = 'keep the register';
const READ = 'read the register';
const DAY = '2026-03-02';
const csv = (mark: string) =>
  `name,sector,nation,area,joined_on\n${mark},ngo,wales,Bala,${DAY}`;
const person = (mark = newId()) => ({
  displayName: 'Somebody New',
  email: `grid.${mark}@hub.example`,
  training: 'accredited',
  nations: ['england'],
  specialisms: [],
  languages: ['en'],
});
const organisation = (mark = newId()) => ({
  name: `Grid ${mark}`,
  sector: 'ngo',
  nation: 'england',
  area: 'Leeds',
  joinedOn: DAY,
});

/** A change of one person, valid for a person who was just registered. */
function change(options: {
  method?: 'put';
  tail: string;
  body(cell: Cell, target: Entry): object;
  /** What somebody hears who tries it on themselves; untried where absent. */
  self?: Verdict;
  /** It carries no version. */
  always?: true;
}): Recipe {
  const method = options.method ?? 'post';
  return {
    route: `${method} /api/network/people/:personId${options.tail}`,
    standings: ['another', 'myself', 'missing'],
    verdict: (member, standing) => {
      if (member.role === 'nobody')
        return standing === 'myself' ? undefined : 'sign-in';
      if (standing === 'missing' || !has(member.role, KEEP))
        return 'as-missing';
      return standing === 'myself' ? options.self : 'answered';
    },
    async call(cell) {
      const { world, member, standing, verdict } = cell;
      const { register } = world;
      const target =
        verdict === 'answered' && standing === 'another'
          ? await register.newPerson()
          : await register.shared();
      const ids: Record<string, string> = {
        another: target.id,
        myself: member.id,
      };
      const id = ids[standing] ?? newId();
      const tail = options.tail
        .replace(':grantId', target.grants[0]?.id ?? '')
        .replace(':employmentId', target.employments[0]?.id ?? '');
      const version = standing === 'missing' ? 1 : await register.version(id);
      return {
        path: `/api/network/people/${id}${tail}`,
        body: {
          ...(options.always ? {} : { version }),
          ...options.body(cell, target),
        },
        traces: () => world.inside.tracesOfRegister(id),
      };
    },
  };
}

function organisationRecord(method: 'get' | 'put'): Recipe {
  const isRead = method === 'get';
  return {
    route: `${method} /api/network/organisations/:organisationId`,
    standings: ['own', 'another', 'missing'],
    verdict: (member, standing) => {
      if (member.role === 'nobody')
        return standing === 'own' ? undefined : 'sign-in';
      if (standing === 'missing') return 'as-missing';
      if (!has(member.role, isRead ? READ : KEEP)) return 'as-missing';
      // An officer answers for one organisation and sees that one.
      const isOfficer = member.role === 'organisation-officer';
      return isOfficer && standing !== 'own' ? 'as-missing' : 'answered';
    },
    async call({ world, member, standing, verdict }) {
      const { client } = world.cast.of('hub-manager');
      const elsewhere = async () => {
        if (isRead || verdict !== 'answered')
          return otherEmployer(world, member);
        const path = '/api/network/organisations';
        return (await client.post<{ id: string }>(path, organisation())).body
          .id;
      };
      const isOwn = standing === 'own' && (isRead || verdict !== 'answered');
      const there = isOwn ? member.organisationId : await elsewhere();
      const id = standing === 'missing' ? newId() : there;
      return {
        path: `/api/network/organisations/${id}`,
        body: isRead
          ? undefined
          : { ...organisation(), version: 1, standing: 'current' },
        traces: () => world.inside.tracesOfRegister(id),
      };
    },
  };
}

/** Every route of the register. */
export const network: readonly Recipe[] = [
  {
    route: 'get /api/network/me',
    standings: ['collection'],
    verdict: signedIn('answered'),
    call: async () => ({ path: '/api/network/me' }),
  },
  collection({
    route: 'get /api/network/organisations',
    duty: READ,
    call: () => undefined,
  }),
  collection({
    route: 'post /api/network/people/search',
    duty: READ,
    call: () => ({}),
  }),
  collection({
    route: 'post /api/network/people',
    duty: KEEP,
    call: mark => person(mark),
  }),
  collection({
    route: 'post /api/network/organisations',
    duty: KEEP,
    call: mark => organisation(mark),
  }),
  collection({
    route: 'post /api/network/imports/dry-run',
    duty: KEEP,
    call: mark => ({ kind: 'organisations', csv: csv(mark) }),
  }),
  collection({
    route: 'post /api/network/imports',
    duty: KEEP,
    async call(mark, { world }) {
      const file = { kind: 'organisations', csv: csv(mark) };
      const dry = await world.cast
        .of('hub-manager')
        .client.post<{ digest: string }>('/api/network/imports/dry-run', file);
      return { ...file, digest: dry.body.digest };
    },
  }),
  {
    route: 'get /api/network/people/:personId',
    standings: [
      'myself',
      'imsa-of-my-employer',
      'imsa-elsewhere',
      'not-an-imsa',
      'missing',
    ],
    verdict: (member, standing) => {
      if (member.role === 'nobody') {
        return /elsewhere|missing/.test(standing) ? 'sign-in' : undefined;
      }
      const whom =
        standing === 'missing' ? 'nobody' : (standing as Acquaintance);
      if (whom === 'myself' && member.role === 'imsa') return 'answered';
      return knows(member.role, whom) ? 'answered' : 'as-missing';
    },
    async call({ world, member, standing }) {
      const whom = standing as Exclude<Acquaintance, 'nobody'>;
      const known =
        standing === 'missing'
          ? newId()
          : await world.register.someone(member, whom);
      return known ? { path: `/api/network/people/${known}` } : undefined;
    },
  },
  organisationRecord('get'),
  organisationRecord('put'),
  change({ method: 'put', tail: '', body: () => person() }),
  change({
    tail: '/roles',
    self: 'told',
    body: (_cell, target) => ({
      role: 'meal-analyst',
      employmentId: target.employments[0]?.id,
      fromOn: DAY,
    }),
  }),
  change({
    tail: '/roles/:grantId/end',
    self: 'told',
    body: () => ({ untilOn: '2026-11-02' }),
  }),
  change({
    tail: '/employments',
    self: 'told',
    body: ({ world }) => ({
      ...world.register.employment(),
      organisationId: world.cast.of('trainee').organisationId,
    }),
  }),
  change({
    tail: '/employments/:employmentId/end',
    self: 'told',
    body: () => ({ endedOn: '2026-11-02', reason: 'resigned' }),
  }),
  change({
    tail: '/sessions/end',
    self: 'told',
    always: true,
    body: () => ({ reason: 'device-lost' }),
  }),
];

function otherEmployer(world: Cell['world'], member: Member): string {
  const { cast } = world;
  const other = cast.of(member.key === 'supervisor' ? 'imsa' : 'supervisor');
  return other.organisationId;
}
