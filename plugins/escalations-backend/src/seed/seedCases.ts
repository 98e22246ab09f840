import { newId } from '@imsa-hub/core';
import {
  DemoCaller,
  DemoStage,
  writeOut,
  type DemoAct,
  type DemoFoundation,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationServices } from '../createEscalations';
import { escalationsRoutes } from '../routes';
import { readDemoCases, type DemoCase } from './readDemoCases';

/**
 * Takes in a dozen invented cases in every state, done step by step by the
 * people of the demo network, in the order of their days. Runs once: where
 * cases of a demo are, nothing is added.
 *
 * @returns how many were added
 */
export async function seedCases(options: {
  services: EscalationServices;
  foundation: DemoFoundation;
  /** Folder with `demo/cases.yaml`. */
  catalogFolder: string;
}): Promise<number> {
  const { services, foundation } = options;
  const [present] = await foundation.hub.database
    .from('escalation')
    .where({ demo: true })
    .limit(1);
  if (present) return 0;
  const stage = new DemoStage(foundation);
  const caller = new DemoCaller(escalationsRoutes(services));
  const cases = readDemoCases(options.catalogFolder);
  await stage.play(
    cases.flatMap((item, record) =>
      actsOf({ foundation, stage, caller, item, record }),
    ),
  );
  return cases.length;
}

function actsOf(input: {
  foundation: DemoFoundation;
  stage: DemoStage;
  caller: DemoCaller;
  item: DemoCase;
  record: number;
}): DemoAct[] {
  const { stage, caller, item, record } = input;
  const { database } = input.foundation.hub;
  let escalationId = '';
  const meant = (value: unknown) =>
    writeOut(
      value,
      stage.abbreviations({
        newest: async table => {
          const row = await database
            .from(table)
            .where({ escalation_id: escalationId })
            .orderBy('id', 'desc')
            .first('id');
          return row?.id ?? '';
        },
      }),
    );
  return [
    {
      at: stage.moment({ day: item.day, record, step: 0 }),
      what: item.what,
      async run() {
        escalationId = await raise({
          caller,
          person: stage.person(item.raisedBy),
          answers: (await meant(item.answers)) as Record<string, unknown>,
          isDraft: item.draft,
        });
        await database
          .from('escalation')
          .where({ id: escalationId })
          .update({ demo: true });
      },
    },
    ...item.steps.map((step, index) => ({
      at: stage.moment({ day: step.day, record, step: index + 1 }),
      what: `${item.what}: ${step.do}`,
      async run() {
        const row = await database
          .from('escalation')
          .where({ id: escalationId })
          .first('version');
        await caller.move({
          person: stage.person(step.by),
          path: `/cases/:escalationId/${step.do}`,
          params: { escalationId },
          version: row?.version,
          body: (await meant(step.with)) as object,
        });
      },
    })),
  ];
}

/** Writes a draft page by page, and raises it unless it stays one. */
async function raise(input: {
  caller: DemoCaller;
  person: PersonContext;
  answers: Readonly<Record<string, unknown>>;
  isDraft: boolean;
}): Promise<string> {
  const { caller, person, answers } = input;
  const begun = await caller.call({
    person,
    method: 'post',
    path: '/drafts',
    body: { requestKey: newId() },
  });
  const draftId = String(begun.id);
  const at = { person, path: '/drafts/:draftId', params: { draftId } };
  const done = new Set<string>();
  let version: unknown;
  for (;;) {
    const draft = await caller.call({ ...at, method: 'get' });
    version = draft.version;
    // What is answered decides which pages come.
    const page = (draft.pages as DraftPage[]).find(({ id }) => !done.has(id));
    if (!page) break;
    done.add(page.id);
    const given = page.fields.filter(({ name }) => name in answers);
    if (given.length === 0) continue;
    await caller.call({
      ...at,
      method: 'put',
      path: '/drafts/:draftId/page',
      body: {
        version,
        page: page.id,
        answers: Object.fromEntries(
          given.map(({ name }) => [name, answers[name]]),
        ),
      },
    });
  }
  if (input.isDraft) return '';
  const raised = await caller.call({
    ...at,
    method: 'post',
    path: '/drafts/:draftId/submit',
    body: { version },
  });
  return String(raised.id);
}

interface DraftPage {
  id: string;
  fields: Array<{ name: string }>;
}
