import type { MailRecord } from '@imsa-hub/advice-common';
import type { AskDraft, EventDraft } from './askDraft';

const REAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a line names an event and a day that exists. */
export function isWholeEvent({ ruleId, date }: EventDraft): boolean {
  if (!ruleId || !REAL_DATE.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return (
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().slice(0, 10) === date
  );
}

/** Lines on which nothing was entered are left out. */
function events(draft: AskDraft) {
  return draft.events
    .filter(({ ruleId, date }) => ruleId || date)
    .map(({ ruleId, date }) => ({ ruleId, date }));
}

/** What is sent when a question is asked. */
export function askBody(draft: AskDraft) {
  return {
    under18: draft.under18,
    question: draft.question,
    nation: draft.nation,
    areas: draft.areas,
    whoCanAct: draft.whoCanAct,
    safety: draft.safety,
    safeContact: draft.safeContact,
    language: draft.language,
    interpreter: draft.interpreter,
    events: events(draft),
    subjectOrganisationId: draft.organisation?.id ?? null,
    requestKey: draft.requestKey,
  };
}

/** What is sent when a call is logged. */
export function logCallBody(draft: AskDraft) {
  return {
    ...askBody(draft),
    askerKind: draft.askerKind,
    giveReceiptCode: draft.giveReceiptCode,
  };
}

/** What is sent when a mail is logged. */
export function logMailBody(draft: AskDraft, mail: MailRecord) {
  return {
    ...logCallBody(draft),
    writing: draft.writing,
    version: mail.version,
  };
}
