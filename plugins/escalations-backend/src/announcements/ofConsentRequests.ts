import { escalationsOverrideConsentPermission } from '@imsa-hub/escalations-common';
import type { NoticeDraft, PublishedEntry } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { mayDecideOn, type RequestDbRow } from '../drafts/ConsentRequests';
import { DRAFT_SUBJECT, type EscalationContext } from '../EscalationContext';
import type { NoticeKind } from './phrases';

const ASKED = 'escalations.consent-asked';
const DECIDED = 'escalations.consent-decided';

/**
 * What follows where somebody asks to bring a case without the survivor's
 * agreement: whoever may decide is told that there is something to decide, the
 * author that it is decided. Its draft is told of to nobody else.
 */
export function ofConsentRequests({ hub }: EscalationContext) {
  const mayDecide = (person: PersonContext, request: RequestDbRow) =>
    hub.permissions.may(person, escalationsOverrideConsentPermission) &&
    mayDecideOn(person, request);
  const load = async (subject: string, trx: Knex) => {
    const request: RequestDbRow | undefined = await trx
      .from('consent_request')
      .where({ draft_id: subject.slice(DRAFT_SUBJECT.length) })
      .first();
    return request;
  };
  const notice = (kind: NoticeKind, path: string) => (personId: string) => ({
    personId,
    kind,
    path,
  });
  return {
    types: [ASKED, DECIDED],
    isOne: (subject: string) => subject.startsWith(DRAFT_SUBJECT),

    async notices(entry: PublishedEntry, trx: Knex): Promise<NoticeDraft[]> {
      const request = await load(entry.subject, trx);
      if (!request) return [];
      if (entry.type === DECIDED) {
        return [request.author_id].map(
          notice(
            'escalations.consent-decided',
            `/cases/drafts/${request.draft_id}`,
          ),
        );
      }
      // It may have been decided by the time this is told.
      if (request.decided_at !== null) return [];
      return hub.people
        .all()
        .filter(person => mayDecide(person, request))
        .map(({ id }) => id)
        .map(notice('escalations.consent-to-decide', '/cases'));
    },

    async audience(subject: string, trx: Knex) {
      const request = await load(subject, trx);
      return (person: PersonContext) =>
        request !== undefined &&
        (person.id === request.author_id || mayDecide(person, request));
    },
  };
}
