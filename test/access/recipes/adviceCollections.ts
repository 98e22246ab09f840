import { newId } from '@imsa-hub/core';
import type { Relation } from '../policy';
import { has } from '../policy';
import type { Cell, Recipe } from '../Recipe';
import { question } from '../requests';
import { collection, dutyVerdict } from './duties';

const USE = 'use the advice line';
const template = (title: string) => ({
  title,
  body: 'Dear colleague',
  nations: [],
  areas: [],
  kind: 'signpost',
});
const nothing = () => undefined;

/** Every route of the advice line that is not about one query. */
export const adviceCollections: readonly Recipe[] = [
  collection({ route: 'get /api/advice/queue', duty: USE, call: nothing }),
  collection({ route: 'get /api/advice/day', duty: USE, call: nothing }),
  collection({
    route: 'get /api/advice/retention',
    duty: 'end the keeping of records',
    call: nothing,
  }),
  collection({
    route: 'get /api/advice/choices/events',
    duty: USE,
    call: nothing,
  }),
  collection({
    route: 'get /api/advice/choices/children',
    duty: USE,
    call: nothing,
  }),
  collection({
    route: 'get /api/advice/choices/colleagues',
    duty: 'answer',
    call: nothing,
  }),
  collection({
    route: 'post /api/advice/choices/organisations',
    duty: USE,
    call: () => ({ text: 'advocacy' }),
  }),
  collection({
    route: 'post /api/advice/limits/preview',
    duty: USE,
    call: () => ({ nation: 'england', events: [] }),
  }),
  collection({
    route: 'post /api/advice/queries',
    duty: 'ask',
    call: mark => ({ ...question('Of the grid', null), requestKey: mark }),
  }),
  collection({
    route: 'post /api/advice/queries/log-call',
    duty: 'log a call',
    call: mark => ({
      ...question('A call of the grid', null),
      requestKey: mark,
      askerKind: 'survivor',
      giveReceiptCode: true,
    }),
  }),
  collection({
    route: 'get /api/advice/templates',
    duty: 'answer',
    call: nothing,
  }),
  collection({
    route: 'post /api/advice/templates',
    duty: 'keep templates',
    call: mark => template(mark),
  }),
  {
    route: 'post /api/advice/templates/preview',
    standings: ['another', 'conflicted', 'recused', 'missing'],
    verdict: (member, standing) => {
      if (member.role === 'nobody') return 'sign-in';
      if (!has(member.role, 'answer')) return 'closed';
      return standing === 'another' ? 'answered' : 'as-missing';
    },
    call: async cell => ({
      path: '/api/advice/templates/preview',
      body: { body: 'About {{reference}}', queryId: await queryId(cell) },
    }),
  },
  {
    route: 'post /api/advice/break-glass',
    standings: ['conflicted', 'missing'],
    verdict: (member, standing) => {
      const verdict = dutyVerdict('break the glass', 'closed')(member);
      return verdict === 'answered' && standing === 'missing'
        ? 'told'
        : verdict;
    },
    async call({ world, member, standing }) {
      const reason = 'The access check tries to open it';
      const path = '/api/advice/break-glass';
      if (standing === 'missing') {
        return { path, body: { reference: 'ADV-000000', reason } };
      }
      const query = await world.fresh({
        member: member.role === 'nobody' ? world.cast.of('imsa') : member,
        relation: 'conflicted',
        stage: 'triaged',
      });
      if (has(member.role, 'break the glass')) query.openedBy.push(member.id);
      return {
        path,
        body: { reference: query.reference, reason },
        traces: () => world.inside.tracesOfQuery(query.id),
      };
    },
  },
  templateRecord({
    route: 'get /api/advice/templates/:templateId/versions',
    duty: 'answer',
    tail: '/versions',
  }),
  templateRecord({
    route: 'put /api/advice/templates/:templateId',
    duty: 'keep templates',
    body: { ...template('Changed by the access check'), version: 1 },
    tail: '',
  }),
];

function templateRecord(options: {
  route: string;
  duty: 'answer' | 'keep templates';
  body?: object;
  tail: string;
}): Recipe {
  return {
    route: options.route,
    standings: ['another', 'missing'],
    verdict: (member, standing) => {
      const verdict = dutyVerdict(options.duty, 'as-missing')(member);
      return verdict === 'answered' && standing === 'missing'
        ? 'as-missing'
        : verdict;
    },
    async call({ world, standing }) {
      const made = await world.cast
        .of('coordinator')
        .client.post<{ id: string }>(
          '/api/advice/templates',
          template('Made for the access check'),
        );
      const id = standing === 'missing' ? newId() : made.body.id;
      return {
        path: `/api/advice/templates/${id}${options.tail}`,
        body: options.body,
      };
    },
  };
}

async function queryId({ world, member, standing }: Cell): Promise<string> {
  if (standing === 'missing') return newId();
  const known = await world.shared({
    member,
    relation: standing as Exclude<Relation, 'missing'>,
    stage: 'in-hand',
  });
  return known.id;
}
