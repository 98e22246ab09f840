import { newId } from '@imsa-hub/core';
import { sees, type Relation } from '../policy';
import { signedIn, type Recipe } from '../Recipe';

const mine = (
  route: string,
  more: { body?: object; query?: string; stream?: boolean } = {},
): Recipe => ({
  route,
  standings: ['collection'],
  verdict: signedIn('answered'),
  stream: more.stream,
  call: async () => ({
    path: `${route.split(' ')[1]}${more.query ?? ''}`,
    body: more.body,
  }),
});

/** Everybody has notices of their own; nobody has another's. */
export const notifications: readonly Recipe[] = [
  mine('get /api/notifications/notices'),
  mine('get /api/notifications/notices/unread-count'),
  mine('get /api/notifications/preferences'),
  mine('put /api/notifications/preferences', { body: { mail: true } }),
  mine('get /api/notifications/live', { stream: true }),
  mine('post /api/notifications/notices/read-all', {
    // Older than every notice, so that nothing is marked.
    body: { upTo: `00${newId().slice(2)}` },
  }),
  {
    route: 'post /api/notifications/notices/:noticeId/read',
    standings: ['own', 'another', 'conflicted', 'recused', 'missing'],
    verdict: (member, standing) => {
      if (member.role === 'nobody') return 'sign-in';
      const isOwn = standing === 'own' && sees(member.role, 'own');
      return isOwn ? 'answered' : 'as-missing';
    },
    async call({ world, member, standing }) {
      const id = newId();
      const path = `/api/notifications/notices/${id}/read`;
      if (standing === 'missing') return { path };
      // Another's notice is about a record that the caller could well know.
      const relation = standing === 'another' ? 'own' : standing;
      const subject = member.id ? member : world.cast.of('imsa');
      const query = await world.shared({
        member: subject,
        relation: relation as Exclude<Relation, 'missing'>,
        stage: 'in-hand',
      });
      const owner =
        standing === 'another' ? world.cast.of('senior-two') : subject;
      await world.inside.giveNotice({
        id,
        personId: owner.id,
        queryId: query.id,
      });
      return { path, traces: () => world.inside.tracesOfNotice(id) };
    },
  },
];
