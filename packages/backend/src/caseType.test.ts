import { createBackendModule } from '@backstage/backend-plugin-api';
import deadlinesPlugin from '@imsa-hub/deadlines-backend';
import { deadlineRulesExtensionPoint } from '@imsa-hub/deadlines-node';
import { loadDeadlineRules, newId } from '@imsa-hub/core';
import { ANSWERS } from '@imsa-hub/escalations-backend/src/testing/aDesk';
import { fillDraft } from '@imsa-hub/escalations-backend/src/testing/fillDraft';
import {
  escalationTypesExtensionPoint,
  type EscalationType,
} from '@imsa-hub/escalations-node';
import { EMPLOYED } from '@imsa-hub/network-backend/src/testing/aPilotRegister';
import { startTestHub, type TestHub } from './testing/startTestHub';

/** A kind of case that nothing here knows. */
const compensation: EscalationType = {
  id: 'compensation',
  title: 'Compensation',
  description: 'A claim for wages and injury against those who exploited.',
  level: 'hub-manager',
  pages: [
    {
      id: 'claim',
      title: 'The claim',
      fields: [
        {
          name: 'claimMade',
          label: 'Was a claim made before?',
          kind: 'choice',
          required: 'Say whether a claim was made',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No, never' },
          ],
        },
      ],
    },
    {
      id: 'earlier-claim',
      title: 'The earlier claim',
      showWhen: { field: 'claimMade', anyOf: ['yes'] },
      fields: [
        {
          name: 'wagesOwed',
          label: 'What was asked for',
          kind: 'long-text',
          max: 2_000,
          required: 'Write what was asked for',
        },
      ],
    },
  ],
  targetHours: { raised: 4 },
  narrow: {
    start: ({ openTasks }) =>
      openTasks > 0 ? 'Settle the tasks first.' : undefined,
  },
};

const caseTypes = createBackendModule({
  pluginId: 'escalations',
  moduleId: 'compensation',
  register(module) {
    module.registerInit({
      deps: { types: escalationTypesExtensionPoint },
      async init({ types }) {
        types.addType(compensation);
      },
    });
  },
});

const itsLimits = createBackendModule({
  pluginId: 'deadlines',
  moduleId: 'compensation',
  register(module) {
    module.registerInit({
      deps: { deadlines: deadlineRulesExtensionPoint },
      async init({ deadlines }) {
        deadlines.addProvider({
          id: 'compensation',
          rules: () =>
            loadDeadlineRules([
              {
                id: 'injury-claim',
                title: 'Bring the claim for injury',
                eventId: 'injury',
                event: 'The injury',
                nations: ['england'],
                kind: 'limit',
                period: { years: 3 },
                dayOfNotice: 'excluded',
                effectiveFrom: '1980-05-01',
                authority: 'Limitation Act 1980, section 11',
                source: 'The Act',
                reviewedOn: '2026-11-01',
                confidence: 'primary',
              },
            ]),
        });
      },
    });
  },
});

let hub: TestHub;
const ids: Record<string, string> = {};
beforeAll(async () => {
  hub = await startTestHub({
    features: [deadlinesPlugin, caseTypes, itsLimits],
    async fill(register) {
      const northgate = await register.organisation('Northgate');
      for (const [name, role] of EMPLOYED) {
        const added = await register.active(`P ${name}`, role, northgate);
        ids[name] = added.personId;
      }
    },
  });
}, 60_000);
afterAll(() => hub?.stop());

const as =
  (who: string) =>
  (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    hub.call(method, `/api/escalations${path}`, ids[who], body);

async function raise(answers: object, type?: string): Promise<string> {
  const send = as('imsa');
  const begun = await send('post', '/drafts', { type, requestKey: newId() });
  const draftId: string = begun.body.id;
  await fillDraft({ draftId, answers: { ...ANSWERS, ...answers }, send });
  const { version } = (await send('get', `/drafts/${draftId}`)).body;
  const raised = await send('post', `/drafts/${draftId}/submit`, { version });
  if (raised.status !== 200) throw new Error(raised.text);
  return raised.body.id;
}
const read = async (who: string, id: string) =>
  (await as(who)('get', `/cases/${id}`)).body;
const hoursOf = (from: string, to: string) =>
  (Date.parse(to) - Date.parse(from)) / 3_600_000;

const CLAIM = {
  claimMade: 'yes',
  wagesOwed: 'CANARY-wages Two years at the farm',
  risks: [],
  events: [{ ruleId: 'injury-claim', date: '2025-03-03' }],
};

test('it asks its own questions after the ones every case has', async () => {
  const send = as('imsa');
  const begun = await send('post', '/drafts', {
    type: 'compensation',
    requestKey: newId(),
  });
  const path = `/drafts/${begun.body.id}`;
  const draft = await send('get', path);
  expect(draft.body.pages.at(-1).id).toBe('claim');
  const page = { version: 1, page: 'claim', answers: { claimMade: 'perhaps' } };
  const refused = await send('put', `${path}/page`, page);
  expect(refused.body.fieldErrors).toMatchObject([
    { field: 'body.answers.claimMade' },
  ]);
  const saved = await send('put', `${path}/page`, {
    ...page,
    answers: { claimMade: 'yes' },
  });
  expect(saved.body.pages.at(-1).id).toBe('earlier-claim');
});

test('what was answered is kept as it was worded, sealed, with its limit', async () => {
  const id = await raise(CLAIM, 'compensation');
  const record = await read('manager', id);
  expect(record).toMatchObject({
    type: { id: 'compensation', title: 'Compensation' },
    level: 'hub-manager',
    nextLimit: { date: '2028-03-03', title: 'Bring the claim for injury' },
    extra: [
      { label: 'Was a claim made before?', text: 'Yes' },
      { label: 'What was asked for', text: CLAIM.wagesOwed },
    ],
  });
  const row = await hub.register.database
    .app('escalations')
    .from('escalation')
    .where({ id })
    .first();
  expect(JSON.stringify(row)).not.toContain('CANARY');
});

test('a question that is worded otherwise later does not change what was asked', async () => {
  const id = await raise(CLAIM, 'compensation');
  const [page] = compensation.pages;
  const [field] = page?.fields ?? [];
  if (!page || !field) throw new Error('There is no question');
  const before = { title: page.title, label: field.label };
  try {
    Object.assign(page, { title: 'What became of it' });
    Object.assign(field, { label: 'Did they go to a tribunal?' });
    const { extra, submission } = await read('manager', id);
    expect(extra[0]).toEqual({ label: before.label, text: 'Yes' });
    expect(submission.pages).toContainEqual({
      page: 'claim',
      title: before.title,
      answers: [{ field: 'claimMade', label: before.label, text: 'Yes' }],
    });
    // Whoever is asked now is asked in the new words.
    const asked = await raise(CLAIM, 'compensation');
    expect((await read('manager', asked)).extra[0].label).toBe(field.label);
  } finally {
    Object.assign(page, { title: before.title });
    Object.assign(field, { label: before.label });
  }
});

test('it sets its own target, and narrows the flow without widening it', async () => {
  const id = await raise(CLAIM, 'compensation');
  const plain = await raise(CLAIM);
  const own = await read('manager', id);
  const general = await read('manager', plain);
  expect(general.type.id).toBe('general');
  expect(hoursOf(own.raisedAt, own.target.dueAt)).toBeLessThan(
    hoursOf(general.raisedAt, general.target.dueAt),
  );
  // It begins with the Hub Manager, whom a senior IMSA does not stand in for.
  const move = async (who: string, verb: string, body: object = {}) => {
    const { version } = await read('manager', id);
    const path = `/cases/${id}/${verb}`;
    return as(who)('post', path, { version, ...body });
  };
  expect((await move('senior', 'accept')).status).toBe(409);
  const accepted = await move('manager', 'accept');
  expect(accepted.body.allowedActions).toContain('start');
  const tasked = await move('manager', 'add-task', {
    title: 'Ask for the payslips',
    ownerId: ids.manager,
    dueOn: '2027-01-04',
  });
  expect(tasked.body.allowedActions).not.toContain('start');
  const refused = await move('manager', 'start');
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toBe('Settle the tasks first.');
  const settled = await move('manager', 'settle-task', {
    taskId: tasked.body.tasks[0].id,
    result: 'done',
  });
  expect(settled.body.allowedActions).toContain('start');
  expect((await move('senior', 'start')).status).toBe(409);
  expect((await move('manager', 'start')).body.status).toBe('in-progress');
});
