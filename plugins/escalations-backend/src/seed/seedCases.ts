import { londonDateOf, newId } from '@imsa-hub/core';
import type { HubInputError } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationServices } from '../createEscalations';
import { escalationsRoutes } from '../routes';
import { DemoCaller } from './DemoCaller';
import { readDemoCases, writeOut, type DemoCase } from './readDemoCases';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** So that the last step of today is over. */
const BEFORE_MS = 3 * 3_600_000;

/** What {@link seedCases} needs. */
export interface SeedCasesOptions {
  services: EscalationServices;
  /** Folder with `demo/cases.yaml`. */
  catalogFolder: string;
  /** Register id of a demo person by key. */
  personId(key: string): string;
  organisationId(key: string): string;
  /** Sets the clock that the services' units of work go by. */
  setClock(moment: Date): void;
  now?: Date;
}

/** One thing to be done, at its moment. */
interface Act {
  at: number;
  what: string;
  run(): Promise<void>;
}

/**
 * Takes in a dozen invented cases in every state, done step by step by the
 * people of the demo network, in the order of their days. Runs once: where
 * cases of a demo are, nothing is added.
 *
 * @returns how many were added
 */
export async function seedCases(options: SeedCasesOptions): Promise<number> {
  const { hub } = options.services.context;
  const [present] = await hub.database
    .from('escalation')
    .where({ demo: true })
    .limit(1);
  if (present) return 0;
  const start = (options.now ?? new Date()).getTime();
  const caller = new DemoCaller(escalationsRoutes(options.services));
  const cases = readDemoCases(options.catalogFolder);
  const acts = cases.flatMap(item => actsOf({ options, caller, item, start }));
  acts.sort((one, other) => one.at - other.at);
  for (const act of acts) {
    options.setClock(new Date(act.at));
    try {
      await act.run();
    } catch (error) {
      throw new Error(`The demo cannot do "${act.what}": ${whyOf(error)}`, {
        cause: error,
      });
    }
  }
  return cases.length;
}

function actsOf(input: {
  options: SeedCasesOptions;
  caller: DemoCaller;
  item: DemoCase;
  start: number;
}): Act[] {
  const { options, caller, item, start } = input;
  const { database } = options.services.context.hub;
  let escalationId = '';
  const at = (day: number, place: number) =>
    start + day * DAY_MS - BEFORE_MS + place * MINUTE_MS;
  const meant = (value: unknown) =>
    writeOut(value, {
      day: days =>
        londonDateOf(new Date(start + Number(days) * DAY_MS).toISOString()),
      person: options.personId,
      organisation: options.organisationId,
      newest: async table => {
        const row = await database
          .from(table)
          .where({ escalation_id: escalationId })
          .orderBy('id', 'desc')
          .first('id');
        return row?.id ?? '';
      },
    });
  return [
    {
      at: at(item.day, 0),
      what: item.what,
      async run() {
        escalationId = await raise({
          caller,
          person: personOf(options, item.raisedBy),
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
      at: at(step.day, index + 1),
      what: `${item.what}: ${step.do}`,
      async run() {
        const row = await database
          .from('escalation')
          .where({ id: escalationId })
          .first('version');
        await caller.call({
          person: personOf(options, step.by),
          method: 'post',
          path: `/cases/:escalationId/${step.do}`,
          params: { escalationId },
          body: {
            version: row?.version,
            ...((await meant(step.with)) as object),
          },
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

function whyOf(error: unknown): string {
  const { fieldErrors, message } = error as Error & Partial<HubInputError>;
  return (fieldErrors ?? [])
    .map(({ field, message: why }) => `${field}: ${why}`)
    .concat(message)
    .join('; ');
}

interface DraftPage {
  id: string;
  fields: Array<{ name: string }>;
}

function personOf(options: SeedCasesOptions, key: string): PersonContext {
  const person = options.services.context.hub.people.byId(
    options.personId(key),
  );
  if (!person) throw new Error(`The demo has no person "${key}" with a role`);
  return person;
}
