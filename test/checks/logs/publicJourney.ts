import type { HubClient } from '../../support/HubClient';
import type { Canaries } from './Canaries';
import { need } from './need';
import { PublicVisitor } from './PublicVisitor';
import { QueryInHand } from './QueryInHand';

/** A survivor asks, reads the reply by code, writes back, asks for another view. */
export async function publicJourney(options: {
  url: string;
  coordinator: HubClient;
  senior: HubClient;
  canaries: Canaries;
  onPage(page: string): void;
}): Promise<void> {
  const { coordinator, senior, canaries } = options;
  const sealed = (what: string) => canaries.sealed(what);
  const visitor = new PublicVisitor(options.url, options.onPage);
  const question = sealed('the question of the public form');
  await visitor.post('/ask/begin');
  const pages: Array<Record<string, string>> = [
    { who: 'survivor' },
    { nation: 'england' },
    { age: 'no' },
    { question },
    { areas: 'welfare-benefits' },
    { tonight: 'no' },
    { exploiter: 'no' },
    { removal: 'no' },
    { events: 'none-of-these' },
    { 'who-can-act': sealed('who is already helping') },
    { language: 'en', interpreter: 'not-needed' },
    { 'safe-contact': sealed('safe contact on the public form') },
    { service: sealed('the service that the question is about') },
  ];
  for (const fields of pages) {
    await visitor.answer(fields);
  }
  await visitor.answer({}, 'send');
  const { code } = visitor;
  canaries.watch(code, 'a receipt code');
  canaries.watch(code.replaceAll('-', ''), 'a receipt code without dashes');

  const query = await findIt(coordinator, question);
  await query.move(coordinator, 'triage', {
    tier: 'full-advocacy',
    reason: sealed('the reason of the tier of a public question'),
    highRisk: false,
    areas: ['welfare-benefits'],
    subjectOrganisationId: null,
  });
  await query.move(senior, 'claim');
  await query.move(senior, 'draft', {
    body: sealed('the reply to a public question'),
    kind: 'case-specific',
    cites: [sealed('a source of that reply')],
  });
  await query.move(senior, 'send');

  await visitor.post('/ask/reply', {
    code: canaries.plant('a receipt code that is wrong'),
  });
  await visitor.post('/ask/reply', { code });
  await visitor.step('write', {
    message: sealed('what a survivor wrote back'),
  });
  await query.look(senior);
  await query.move(senior, 'draft', {
    body: sealed('a second reply to it'),
    kind: 'case-specific',
  });
  await query.move(senior, 'send');
  await visitor.step('look', {});
  await visitor.step('helped', { helped: 'yes' });
  await visitor.step('second-opinion', {
    reason: sealed('why a survivor asked for a second opinion'),
  });
  await query.look(coordinator);
  await visitor.post('/ask/reply/finish');
}

/** The query that holds this question: the coordinator opens one after the other. */
async function findIt(
  coordinator: HubClient,
  question: string,
): Promise<QueryInHand> {
  const queue = need(
    await coordinator.get<{ rows: Array<{ id: string; channel: string }> }>(
      '/api/advice/queue?view=to-triage&area=welfare-benefits',
    ),
  );
  for (const { id } of queue.body.rows) {
    const record = await coordinator.get<{ version: number }>(
      `/api/advice/queries/${id}`,
    );
    if (record.text.includes(question)) {
      const found = new QueryInHand(id);
      found.version = record.body.version;
      return found;
    }
  }
  throw new Error('The public question is not in the queue');
}
