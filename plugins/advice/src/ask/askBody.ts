import type { MailRecord } from '@imsa-hub/advice-common';
import { eventBody } from '@imsa-hub/ui';
import { withoutEmptyLines, type AskDraft } from './askDraft';

/** Lines on which nothing was entered are left out. */
function events(draft: AskDraft) {
  return withoutEmptyLines(draft.events).map(eventBody);
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
