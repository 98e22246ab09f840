import { newId } from '@imsa-hub/core';
import { has, type Verdict } from '../policy';
import { signedIn, type Cell, type Recipe } from '../Recipe';
import { collection } from './duties';

const EXPORT = 'export what is held';
const DECIDE = 'decide on an erasure';

/** Something about what is held on one person. */
function held(options: {
  method?: 'get';
  tail: string;
  body?: object;
  /** What somebody hears who tries it on themselves. */
  self: Verdict;
  /** Whom it is done to. */
  target(cell: Cell): Promise<string>;
}): Recipe {
  const { method = 'post', tail, body } = options;
  return {
    route: `${method} /api/network/people/:personId${tail}`,
    standings: ['another', 'myself', 'missing'],
    verdict: (member, standing) => {
      if (member.role === 'nobody')
        return standing === 'myself' ? undefined : 'sign-in';
      if (standing === 'missing' || !has(member.role, EXPORT))
        return 'as-missing';
      return standing === 'myself' ? options.self : 'answered';
    },
    async call(cell) {
      const { world, member, standing, verdict } = cell;
      const another = () =>
        verdict === 'answered'
          ? options.target(cell)
          : world.register.shared().then(({ id }) => id);
      const there = standing === 'myself' ? member.id : await another();
      const id = standing === 'missing' ? newId() : there;
      return {
        path: `/api/network/people/${id}${tail}`,
        body,
        traces: () => world.inside.tracesOfRegister(id),
      };
    },
  };
}

/** Whoever asked for an erasure takes it back; somebody else decides on it. */
function decision(verb: 'confirm' | 'decline' | 'withdraw'): Recipe {
  const byMyself = verb === 'withdraw';
  return {
    route: `post /api/network/erasures/:erasureId/${verb}`,
    standings: ['asked-by-another', 'asked-by-myself', 'missing'],
    verdict: (member, standing) => {
      if (member.role === 'nobody') return 'sign-in';
      if (standing === 'missing' || !has(member.role, DECIDE))
        return 'as-missing';
      const isMine = standing === 'asked-by-myself';
      // Who only confirms has asked for none.
      if (isMine && !has(member.role, EXPORT)) return undefined;
      return isMine === byMyself ? 'answered' : 'told';
    },
    async call({ world, member, standing, verdict }) {
      const { register, inside, cast } = world;
      const path = (id: string) => `/api/network/erasures/${id}/${verb}`;
      if (standing === 'missing') return { path: path(newId()), body: {} };
      const isRefused = verdict === 'as-missing' || verdict === 'sign-in';
      const { erasureId, personId } = isRefused
        ? await register.sharedErasure()
        : await register.newErasure();
      if (has(member.role, EXPORT) && standing === 'asked-by-another')
        await inside.makeErasureAsker(erasureId, cast.of('senior-two').id);
      return {
        path: path(erasureId),
        body: {},
        traces: () => inside.tracesOfRegister(personId),
      };
    },
  };
}

const newPerson = async ({ world }: Cell) =>
  (await world.register.newPerson()).id;

/** Every route about what is held on people. */
export const subjectAccess: readonly Recipe[] = [
  {
    route: 'post /api/network/held-about-me',
    standings: ['myself'],
    verdict: signedIn('answered'),
    keepsOwn: true,
    call: async () => ({ path: '/api/network/held-about-me', body: {} }),
  },
  held({
    method: 'get',
    tail: '/subject-access',
    self: 'answered',
    target: newPerson,
  }),
  held({
    tail: '/subject-access',
    self: 'told',
    body: { reason: 'asked-by-person' },
    // Somebody who asked much, of which some is hidden.
    target: async ({ world }) => world.cast.of('imsa').id,
  }),
  held({
    tail: '/hold',
    self: 'told',
    body: { reason: 'inquiry' },
    target: newPerson,
  }),
  held({
    tail: '/hold/lift',
    self: 'told',
    body: {},
    target: ({ world }) => world.register.personOnHold(),
  }),
  held({
    tail: '/erasure',
    self: 'told',
    body: { reason: 'no-longer-needed' },
    target: ({ world }) => world.register.whoLeft(),
  }),
  collection({
    route: 'get /api/network/erasures',
    duty: DECIDE,
    call: () => undefined,
  }),
  ...(['confirm', 'decline', 'withdraw'] as const).map(decision),
];
