import { mockServices } from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  adviceTemplatesExtensionPoint,
  adviceTriageExtensionPoint,
  queueColumnsExtensionPoint,
} from '@imsa-hub/advice-node';
import { newId } from '@imsa-hub/core';
import deadlinesPlugin from '@imsa-hub/deadlines-backend';
import { EMPLOYED } from '@imsa-hub/network-backend/src/testing/aPilotRegister';
import { startTestHub, type TestHub } from './testing/startTestHub';

const TEMPLATE = newId();
const asked: unknown[] = [];
const logged: string[] = [];

/** Nothing in the hub knows of it: what the harbours of Scotland need. */
const harbours = createBackendModule({
  pluginId: 'advice',
  moduleId: 'harbours',
  register(module) {
    module.registerInit({
      deps: {
        triage: adviceTriageExtensionPoint,
        templates: adviceTemplatesExtensionPoint,
        columns: queueColumnsExtensionPoint,
      },
      async init({ triage, templates, columns }) {
        triage.addRule({
          id: 'harbour-leave',
          title: 'A ship that leaves',
          assess: ({ nation }) =>
            nation === 'scotland'
              ? { band: 'today', text: 'The ship leaves tonight' }
              : undefined,
        });
        triage.addRule({
          id: 'harbour-broken',
          title: 'The tide table',
          assess() {
            throw new Error('CANARY tide');
          },
        });
        templates.addTemplate({
          id: TEMPLATE,
          title: 'To the harbour master',
          body: 'About {{reference}}: the ship must wait.',
          nations: ['scotland'],
          areas: [],
          kind: 'signpost',
          version: 3,
        });
        columns.addColumn({
          id: 'harbour-late',
          async valuesFor(rows) {
            throw new Error(`CANARY ${JSON.stringify(rows)}`);
          },
        });
        columns.addColumn({
          id: 'harbour-thrown',
          valuesFor() {
            throw new TypeError('CANARY at once');
          },
        });
        columns.addColumn({
          id: 'harbour',
          async valuesFor(rows) {
            asked.push(...rows);
            return Object.fromEntries([
              ...rows
                .filter(({ nation }) => nation === 'scotland')
                .map(({ id }) => [id, 'Berth 4']),
              [newId(), 'Of no query here'],
            ]);
          },
        });
      },
    });
  },
});

const remember = (message: string, meta?: unknown) =>
  void logged.push(`${message} ${JSON.stringify(meta ?? {})}`);
const logger = mockServices.rootLogger.mock({
  error: remember,
  warn: remember,
  info: remember,
  debug: remember,
  child: () => logger,
});

let hub: TestHub;
const ids: Record<string, string> = {};
beforeAll(async () => {
  hub = await startTestHub({
    features: [
      deadlinesPlugin,
      harbours,
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => logger,
      }),
    ],
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
    hub.call(method, `/api/advice${path}`, ids[who], body);

async function ask(nation: string): Promise<string> {
  const answer = await as('imsa')('post', '/queries', {
    under18: 'no',
    question: 'May the crew stay ashore?',
    nation,
    areas: ['public-law'],
    safety: {
      'nowhere-safe-tonight': 'no',
      'contact-with-exploiter': 'no',
      'removal-eviction-or-detention': 'no',
    },
    interpreter: 'not-needed',
    requestKey: newId(),
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}

test('a module’s rule, column and templates reach the real advice line, and what fails breaks nothing', async () => {
  const english = await ask('england');
  const scottish = await ask('scotland');

  // The rule: in the queue, which it orders, and on the record.
  const { status, body } = await as('senior')('get', '/queue?view=open');
  expect(status).toBe(200);
  expect(body.rows).toMatchObject([
    {
      id: scottish,
      urgency: {
        band: 'today',
        reasons: [
          { code: 'harbour-leave', text: 'The ship leaves tonight' },
          {
            code: 'harbour-broken',
            text: 'Could not be worked out, look yourself: The tide table',
          },
        ],
      },
    },
    { id: english, urgency: { band: 'soon' } },
  ]);
  const record = await as('senior')('get', `/queries/${scottish}`);
  expect(record.body.urgency.reasons[0].code).toBe('harbour-leave');

  // The column: its own cells, next to columns that fail.
  expect(body.rows.map(({ extra }: { extra: unknown }) => extra)).toEqual([
    { harbour: 'Berth 4' },
    {},
  ]);
  expect(asked).toContainEqual({ id: scottish, nation: 'scotland' });
  expect(logged.join('\n')).toMatch(
    /queue column "harbour-late" failed: Error/,
  );
  expect(logged.join('\n')).toMatch(
    /queue column "harbour-thrown" failed: TypeError/,
  );
  expect(logged.join('\n')).not.toContain('CANARY');

  // The template: in the list, and filled from the query.
  const { templates } = (await as('senior')('get', '/templates')).body;
  expect(templates).toContainEqual(
    expect.objectContaining({
      id: TEMPLATE,
      origin: 'built-in',
      title: 'To the harbour master',
    }),
  );
  const filled = await as('senior')(
    'post',
    `/queries/${scottish}/fill-template`,
    { templateId: TEMPLATE },
  );
  expect(filled.body).toEqual({
    text: `About ${record.body.reference}: the ship must wait.`,
    templateId: TEMPLATE,
    templateVersion: 3,
  });
});
