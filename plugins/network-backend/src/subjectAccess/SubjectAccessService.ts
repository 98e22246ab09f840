import { NotFoundError } from '@backstage/errors';
import { londonDateOf } from '@imsa-hub/core';
import {
  NotYoursError,
  personSubject,
  type HubService,
  type Ledgers,
} from '@imsa-hub/core-node';
import type { ExportReason, SubjectAnswer } from '@imsa-hub/network-common';
import type { SubjectRecordsRegistry } from '@imsa-hub/network-node';
import type { Asker } from '../organisations/OrganisationService';
import { collectRecords } from './collectRecords';
import { renderExport } from './renderExport';
import { findSubject } from './subjectStore';

/** The same words in every export, so that they tell nothing of this one. */
const ABOUT = [
  'This is what the hub holds on this person, in its records and in its audit trail.',
  'Left out is what other people wrote, and every record that the rule of independence, or having stepped back from it, keeps from this person or from whoever made this export. Nothing here says whether there is such a record.',
  'Survivors are never held by name. What this person asked is here in their own words; what they wrote for others is here by reference and date.',
];

/** Exports of everything held on somebody. */
export class SubjectAccessService {
  constructor(
    private readonly options: {
      hub: Pick<HubService, 'database' | 'work'>;
      records: SubjectRecordsRegistry;
      ledgers: Ledgers;
    },
  ) {}

  /** What is held on whoever asks; nobody is asked for leave. */
  async own(input: Asker): Promise<SubjectAnswer> {
    const { person } = input;
    return this.export({ ...input, personId: person.id, why: 'own-records' });
  }

  /** What is held on somebody else, for a reason. @throws NotFoundError */
  async of(
    input: Asker & { personId: string; reason: ExportReason },
  ): Promise<SubjectAnswer> {
    if (input.personId === input.person.id) {
      throw new NotYoursError({
        message: 'This is about yourself. Use "What is held about me".',
      });
    }
    return this.export({ ...input, why: input.reason });
  }

  private async export(
    input: Asker & { personId: string; why: string },
  ): Promise<SubjectAnswer> {
    const { person, actor, personId, why } = input;
    const { hub, records, ledgers } = this.options;
    const now = new Date();
    const subject = await findSubject({
      knex: hub.database,
      personId,
      today: londonDateOf(now),
    });
    if (!subject) throw new NotFoundError();
    // Before anything is read, so that an export that fails leaves its trace.
    await hub.work.run(actor, async ({ record }) =>
      record({
        type: 'network.subject-exported',
        subject: personSubject(personId),
        why,
        publish: false,
      }),
    );
    const sections = await collectRecords({
      records,
      ledgers,
      question: {
        personId,
        organisationIds: subject.organisation_ids,
        reader: person,
        isOwn: personId === person.id,
        actor,
      },
    });
    const record = {
      madeAt: now.toISOString(),
      person: { id: personId, name: subject.display_name },
      about: ABOUT,
      sections,
    };
    return { record, html: renderExport(record) };
  }
}
