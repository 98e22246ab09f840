import { DestroyedContentError, personSubject } from '@imsa-hub/core-node';
import type { SubjectErasure, SubjectRecords } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { subjectOf } from '../queries/QueryChanges';
import { askedSections } from './askedSections';
import { filterForSubject } from './subjectSight';
import { workSections } from './workSections';

const QUERY = subjectOf('');
const TEMPLATE = 'advice-template:';
const RETENTION = 'advice:retention';

/** What the advice line holds on a person of the register. */
export function createAdviceRecords(context: AdviceContext): SubjectRecords {
  const { hub } = context;
  return {
    plugin: 'advice',
    export: async question => [
      ...(await askedSections(context, question)),
      ...(await workSections(context, question)),
    ],
    async mayKnow(question, subjects) {
      const ids = subjects
        .filter(subject => subject.startsWith(QUERY))
        .map(subject => subject.slice(QUERY.length));
      const select = hub.database
        .from('query')
        .whereRaw('query.id = any (?::text[])', [ids])
        .pluck('query.id');
      filterForSubject(context, question, select);
      const known: string[] = await select;
      return [
        ...known.map(subjectOf),
        ...subjects.filter(
          subject => subject === RETENTION || subject.startsWith(TEMPLATE),
        ),
      ];
    },
    erase: erasure => eraseSafeContact(context, erasure),
  };
}

/**
 * Of what a person asked, how to reach them is theirs. The question is the
 * survivor's matter and ends with the key of its case.
 */
async function eraseSafeContact(
  context: AdviceContext,
  { personId, actor }: SubjectErasure,
): Promise<void> {
  const { hub } = context;
  await hub.work.run(actor, async ({ trx, record }) => {
    const ids: string[] = await trx('query')
      .where({ raised_by: personId })
      .orderBy('id')
      .forUpdate()
      .pluck('id');
    for (const id of ids) {
      const place = { table: 'query', column: 'sealed_safe_contact', row: id };
      try {
        await trx('query')
          .where({ id })
          .update({
            sealed_safe_contact: await hub.sealing.seal({
              trx,
              caseId: id,
              ...place,
              text: '',
            }),
            version: trx.raw('version + 1'),
          });
      } catch (error) {
        if (!(error instanceof DestroyedContentError)) throw error;
      }
    }
    record({
      type: 'advice.safe-contact-erased',
      subject: personSubject(personId),
      publish: false,
    });
  });
}
