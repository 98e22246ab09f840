import type { CoreAnswers } from '@imsa-hub/escalations-common';
import type { JourneyAnswers } from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import { caseContent } from '../escalations/CaseContent';
import * as parts from '../escalations/parts';
import {
  ENCOUNTERS,
  EVENTS,
  idOf,
  LEGAL_REQUESTS,
  type CaseList,
} from '../lists';
import type { WholeRow } from '../escalations/EscalationStore';

/**
 * The answers with which a case that was returned is mended: what was last
 * submitted, and on top what was changed on the case since, so that raising it
 * again takes nothing back. Whoever sees only what they wrote gets only that.
 */
export async function answersOfCase(
  context: EscalationContext,
  input: { knex: Knex; person: PersonContext; row: WholeRow },
): Promise<JourneyAnswers> {
  const { knex, person, row } = input;
  const content = caseContent(context, { knex, escalationId: row.id });
  const submission = await knex
    .from('submission')
    .where({ escalation_id: row.id })
    .orderBy('number', 'desc')
    .first('number', 'sealed_answers');
  const sealed: string | null = submission?.sealed_answers ?? null;
  const submitted = sealed
    ? JSON.parse(
        await content.open(
          'submission',
          'sealed_answers',
          `${row.id}.${submission.number}`,
          sealed,
        ),
      )
    : {};
  if (!context.sight.mayWorkOn(person, row)) return submitted;
  const reading: parts.PartReading = {
    knex,
    escalationId: row.id,
    person,
    content,
    today: '',
    marks: () => [],
    named: id => ({ id, name: '', trainee: false }),
  };
  // With the id of each, so that what is mended is told from what is new.
  const itemsOf = async <T extends object>(list: CaseList<T>) =>
    (await list.read(reading)).flatMap(known =>
      known.struck ? [] : [{ ...known.item, id: idOf(known) }],
    );
  const statements = await parts.readStatements(reading);
  const newest = (kind: string) =>
    statements.find(statement => statement.kind === kind)?.text;
  const changed: Partial<CoreAnswers> = {
    caseReference: row.case_reference,
    nation: row.nation,
    region: row.region,
    areas: row.areas,
    tier: row.tier,
    risks: row.risks,
    consent: row.consent,
    nrmConsent: row.nrm_consent,
    organisation: row.subject_organisation_id ?? '',
    askedOfHub: await content.open(
      'escalation',
      'sealed_asked_of_hub',
      row.id,
      row.sealed_asked_of_hub,
    ),
    optionsExplained: await content.open(
      'escalation',
      'sealed_options_explained',
      row.id,
      row.sealed_options_explained,
    ),
    choice: newest('choice') ?? '',
    justice: newest('justice') ?? '',
    safetyPlan: newest('safety-plan') ?? '',
    events: await itemsOf(EVENTS),
    encounters: await itemsOf(ENCOUNTERS),
    legalRequests: (await itemsOf(LEGAL_REQUESTS)).map(
      ({ answered: _noAnswerOfTheirs, ...asked }) => asked,
    ),
  };
  return { ...submitted, ...changed };
}
