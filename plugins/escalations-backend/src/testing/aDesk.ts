import type { JsonObject } from '@backstage/types';
import type { CasesOfQueries } from '@imsa-hub/advice-node';
import { newId } from '@imsa-hub/core';
import {
  fixedDeadlines,
  lawAsShipped,
  type DeadlineDirectory,
} from '@imsa-hub/deadlines-node';
import type { EscalationType } from '@imsa-hub/escalations-node';
import {
  startTestHub,
  type TestPeople,
  type TestPerson,
} from '@imsa-hub/testing';
import { resolve } from 'node:path';
import { escalationsAnnouncement } from '../announcements/escalationsAnnouncement';
import { createEscalations } from '../createEscalations';
import { queryTieAnnouncement } from '../fromQuery/queryTie';
import { createEscalationTypes } from '../drafts/escalationTypes';
import { escalationsRoutes } from '../routes';
import { fillDraft } from './fillDraft';

const CATALOG = resolve(__dirname, '../../../../catalog');

/** Answers to every page of the journey. */
export const ANSWERS = {
  caseReference: 'NG-0412',
  nation: 'england',
  region: 'london',
  areas: ['housing-rights', 'national-referral-mechanism'],
  askedOfHub: 'CANARY-ask Can the decision be challenged?',
  optionsExplained: 'CANARY-options Review, appeal, or doing nothing.',
  choice: 'CANARY-choice She wants to stay near her college.',
  justice: 'CANARY-justice That somebody says it was wrong.',
  safetyPlan: 'CANARY-plan Call the support line first.',
  consent: 'given',
  encounters: [{ date: '2026-11-20', interpreter: 'used' }],
  risks: ['destitution'],
  nrmConsent: 'already-referred',
  events: [{ ruleId: 'homelessness-review-england', date: '2026-11-20' }],
  tier: 'full-advocacy',
  legalRequests: [
    {
      kind: 'disclosure',
      received: '2026-11-19',
      from: 'CANARY-from The court',
    },
  ],
} as const;

/**
 * Complex cases on a real PostgreSQL: every route as it is served, a person in
 * each role, the relay and notices.
 */
export async function aDesk(
  options: {
    types?: EscalationType[];
    deadlines?: DeadlineDirectory;
    files?: JsonObject;
    /** Settings beneath `hub.escalations`. */
    settings?: JsonObject;
    people?: TestPeople;
    casesOfQueries?: CasesOfQueries;
  } = {},
) {
  const hub = await startTestHub({
    pluginId: 'escalations',
    hubConfig: {
      ...(options.files ? { files: options.files } : {}),
      ...(options.settings ? { escalations: options.settings } : {}),
    },
    people: options.people,
    create: foundation => {
      const types = createEscalationTypes();
      options.types?.forEach(type => types.addType(type));
      const services = createEscalations({
        hub: foundation,
        deadlines: options.deadlines ?? fixedDeadlines(lawAsShipped(CATALOG)),
        types,
        casesOfQueries: options.casesOfQueries,
      });
      foundation.announce(escalationsAnnouncement(services.context));
      foundation.announce(queryTieAnnouncement(services.context));
      return services;
    },
    routes: escalationsRoutes,
  });
  const row = (id: string) => hub.knex.from('escalation').where({ id }).first();

  return {
    ...hub,
    row,
    /** Who was told what of a case: `name kind`, without the plugin's name. */
    async toldOf(escalationId: string): Promise<string[]> {
      const told = await hub.told(`/cases/${escalationId}`);
      return told.map(line => line.replace('escalations.', ''));
    },
    /** Types of the ledger's entries on a case, without the plugin's name. */
    async history(escalationId: string): Promise<string[]> {
      const types = await hub.ledger(`escalation:${escalationId}`);
      return types.map(type => type.replace('escalations.', ''));
    },
    /** Brings a case to its end. */
    async close(name: TestPerson, escalationId: string) {
      const { areas } = await row(escalationId);
      for (const verb of ['accept', 'start', 'resolve', 'close']) {
        const done = await this.move(name, escalationId, verb, {
          ...(verb === 'resolve' ? { reason: 'Done' } : {}),
          ...(verb === 'close'
            ? {
                outcomes: areas.map((area: string) => ({
                  area,
                  result: 'partly',
                  why: 'CANARY-outcome',
                })),
              }
            : {}),
        });
        if (done.status !== 200) throw new Error(done.text);
      }
    },
    /** Writes a draft page by page. */
    async draft(
      name: TestPerson,
      answers: Record<string, unknown> = {},
      type = 'general',
    ) {
      const begun = await hub.send(name, 'post', '/drafts', {
        type,
        requestKey: newId(),
      });
      const draftId: string = begun.body.id;
      await this.fill(name, draftId, { ...ANSWERS, ...answers });
      return draftId;
    },
    /** Answers every page that these answers lead through. */
    async fill(
      name: TestPerson,
      draftId: string,
      answers: Record<string, unknown>,
    ) {
      await fillDraft({
        draftId,
        answers,
        send: (method, path, body) => hub.send(name, method, path, body),
      });
    },
    /** Raises a case and answers with its id. */
    async raise(
      name: TestPerson,
      answers: Record<string, unknown> = {},
      type = 'general',
    ): Promise<string> {
      const draftId = await this.draft(name, answers, type);
      const { body } = await hub.send(name, 'get', `/drafts/${draftId}`);
      const raised = await hub.send(name, 'post', `/drafts/${draftId}/submit`, {
        version: body.version,
      });
      if (raised.status !== 200) throw new Error(raised.text);
      return raised.body.id;
    },
    /** One move on a case, from its newest version unless told. */
    async move(
      name: TestPerson,
      escalationId: string,
      verb: string,
      body: object = {},
    ) {
      const { version } = (await row(escalationId)) ?? { version: 1 };
      return hub.send(name, 'post', `/cases/${escalationId}/${verb}`, {
        version,
        ...body,
      });
    },
  };
}

export type Desk = Awaited<ReturnType<typeof aDesk>>;
