import { personSubject } from '@imsa-hub/core-node';
import type { SubjectErasure, SubjectRecords } from '@imsa-hub/network-node';
import {
  DRAFT_SUBJECT,
  subjectOf,
  type EscalationContext,
} from '../EscalationContext';
import { raisedSections } from './raisedSections';
import { filterForExport } from './subjectSight';
import { workSections } from './workSections';

const CASE = subjectOf('');
const RETENTION = 'escalations:retention';

/** What complex cases hold on a person of the register. */
export function createCaseRecords(context: EscalationContext): SubjectRecords {
  return {
    plugin: 'escalations',
    export: async question => [
      ...(await raisedSections(context, question)),
      ...(await workSections(context, question)),
    ],
    async mayKnow(question, subjects) {
      const ids = subjects
        .filter(subject => subject.startsWith(CASE))
        .map(subject => subject.slice(CASE.length));
      const select = context.hub.database
        .from('escalation')
        .whereRaw('escalation.id = any (?::text[])', [ids])
        .pluck('escalation.id');
      filterForExport(context, question, select);
      const known: string[] = await select;
      return [
        ...known.map(subjectOf),
        ...subjects.filter(
          subject =>
            subject === RETENTION ||
            // A draft is its author's alone; nobody else counts them.
            (question.isOwn && subject.startsWith(DRAFT_SUBJECT)),
        ),
      ];
    },
    erase: erasure => eraseDrafts(context, erasure),
  };
}

/**
 * Drafts that nobody but the author could read end with them. Cases are the
 * survivors' matter: they stay, name an id, and end with their retention.
 */
async function eraseDrafts(
  { hub }: EscalationContext,
  { personId, actor }: SubjectErasure,
): Promise<void> {
  await hub.work.run(actor, async ({ trx, record }) => {
    const gone: Array<{ id: string }> = await trx
      .table('draft')
      .where({ author_id: personId })
      .delete()
      .returning('id');
    for (const { id } of gone) {
      await hub.sealing.destroyCase({ trx, caseId: id });
    }
    record({
      type: 'escalations.drafts-erased',
      subject: personSubject(personId),
      publish: false,
    });
  });
}
