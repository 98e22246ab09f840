import {
  CoreAnswersSchema,
  type BoardRow,
  type CoreAnswers,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import { caseContent, type CaseContent } from './CaseContent';
import type { EscalationDbRow } from './EscalationRow';
import type { WholeRow } from './EscalationStore';

interface Reading<R extends EscalationDbRow> {
  context: EscalationContext;
  knex: Knex;
  row: R;
  /** The row as those see it who work on it. */
  shown: BoardRow;
}

/**
 * A row of the board for whoever raised the case and has no part in it any
 * more: what they wrote, as they wrote it, and where it stands. What the desk
 * changed, added or decided since is not theirs to see.
 */
export async function rowAsWritten(
  reading: Reading<EscalationDbRow>,
): Promise<BoardRow> {
  return withoutOthers(reading.shown, await writtenAnswers(reading));
}

/** The same for the whole record. */
export async function recordAsWritten(
  reading: Reading<WholeRow> & { content: CaseContent },
): Promise<Omit<EscalationRecord, 'submission'>> {
  const { context, row, shown, content } = reading;
  const written = await writtenAnswers(reading);
  const organisation = written?.organisation
    ? context.hub.people.organisation(written.organisation)
    : undefined;
  return {
    ...withoutOthers(shown, written),
    ...NOTHING_MORE,
    scope: 'what-i-wrote',
    // Said to them, so that they can mend it.
    returnedFor: await content.maybe(
      'escalation',
      'sealed_returned_for',
      row.id,
      row.sealed_returned_for,
    ),
    askedOfHub: written?.askedOfHub ?? '',
    optionsExplained: written?.optionsExplained ?? '',
    consent: written?.consent ?? 'given',
    consentOverride: written?.consentOverride || null,
    nrmConsent: written?.nrmConsent ?? 'not-decided',
    nrmRefusedWhy: written?.nrmRefusedWhy || null,
    limits: written
      ? context.limits().limits({
          nation: written.nation,
          events: written.events,
        })
      : [],
    subjectOrganisation: written?.organisation
      ? {
          id: written.organisation,
          name: organisation?.name ?? 'An organisation that has left',
        }
      : null,
    openedByBreakGlassUntil: null,
  };
}

function withoutOthers(
  shown: BoardRow,
  written: CoreAnswers | undefined,
): BoardRow {
  return {
    ...shown,
    ...(written
      ? {
          caseReference: written.caseReference,
          nation: written.nation,
          region: written.region,
          areas: written.areas,
          tier: written.tier,
        }
      : {}),
    risks: written?.risks ?? [],
    level: 'senior-imsa',
    lead: null,
    handler: null,
    nextLimit: null,
    target: { what: '', dueAt: null, state: 'none' },
    openTasks: 0,
    ownWordsOnly: true,
  };
}

/** What was raised last, by whoever raised it; nothing where it was destroyed. */
async function writtenAnswers(
  reading: Reading<EscalationDbRow>,
): Promise<CoreAnswers | undefined> {
  const { context, knex, row } = reading;
  const last = await knex
    .from('submission')
    .where({ escalation_id: row.id })
    .orderBy('number', 'desc')
    .first('number', 'sealed_answers');
  if (!last?.sealed_answers || row.destroyed_at) return undefined;
  const text = await caseContent(context, {
    knex,
    escalationId: row.id,
  }).open(
    'submission',
    'sealed_answers',
    `${row.id}.${last.number}`,
    last.sealed_answers,
  );
  return text.startsWith('{')
    ? CoreAnswersSchema.parse(JSON.parse(text))
    : undefined;
}

const NOTHING_MORE = {
  statements: [],
  events: [],
  encounters: [],
  legalRequests: [],
  waiting: null,
  entries: [],
  olderEntries: null,
  tasks: [],
  opinions: [],
  spends: [],
  safetyChecks: [],
  documents: [],
  files: [],
  access: [],
  handover: null,
  specialists: [],
  outcomes: [],
  outcomesAt: null,
  earlierClosings: [],
  keyOutcomes: [],
  learningPoint: null,
  structuralIssue: null,
  fromQuery: null,
  immigrationGate: null,
  extra: [],
  factsThatCanChange: [],
  retention: { endsOn: null, held: false, destroyed: false, review: null },
  marked: [],
} satisfies Partial<EscalationRecord>;
