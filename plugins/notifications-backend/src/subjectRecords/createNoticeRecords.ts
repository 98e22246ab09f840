import {
  personSubject,
  type Announcements,
  type HubService,
} from '@imsa-hub/core-node';
import type {
  SubjectErasure,
  SubjectQuestion,
  SubjectRecords,
  SubjectSection,
} from '@imsa-hub/network-node';

/** What a notice says of itself, and of what. */
interface HeldNotice {
  plugin: string;
  subject: string;
  mail_id: string | null;
  kind: string;
  created_at: Date;
  read_at: Date | null;
}

/** Notices, mails and the preference of a person. No content is in them. */
export function createNoticeRecords(options: {
  hub: Pick<HubService, 'database' | 'work'>;
  announcements: Announcements;
}): SubjectRecords {
  const { hub, announcements } = options;
  const { database } = hub;
  return {
    plugin: 'notifications',
    async export(question): Promise<SubjectSection[]> {
      const { personId } = question;
      const notices = await knownNotices(question);
      const mails = await knownMails(question, notices);
      const preference = await database('preference')
        .where({ person_id: personId })
        .first();
      return [
        {
          id: 'notices',
          title: 'Notices in the console',
          fields: { at: 'When', text: 'What it said', readAt: 'Read' },
          rows: notices.map(notice => ({
            at: notice.created_at.toISOString(),
            text: announcements.phrase(notice.kind) ?? null,
            readAt: notice.read_at?.toISOString() ?? null,
          })),
        },
        {
          id: 'mails',
          title: 'E-mails that something waits',
          fields: {
            at: 'When',
            sentAt: 'Sent',
            droppedAt: 'Given up',
            attempts: 'Tries',
            error: 'Last error',
          },
          rows: mails.map(mail => ({
            at: mail.created_at.toISOString(),
            sentAt: mail.sent_at?.toISOString() ?? null,
            droppedAt: mail.dropped_at?.toISOString() ?? null,
            attempts: mail.attempts,
            error: mail.last_error,
          })),
        },
        {
          id: 'mail-preference',
          title: 'Whether e-mails are wanted',
          fields: { mail: 'Wanted', updatedAt: 'Chosen' },
          rows: preference
            ? [
                {
                  mail: preference.mail,
                  updatedAt: preference.updated_at.toISOString(),
                },
              ]
            : [],
        },
      ];
    },
    erase: erasure => eraseNotices(hub, erasure),
  };

  // A mail without a notice would tell the reader that there is one more.
  async function knownMails(
    { personId, isOwn }: SubjectQuestion,
    notices: readonly HeldNotice[],
  ) {
    const select = database('mail')
      .where({ person_id: personId })
      .orderBy(['created_at', 'id']);
    if (!isOwn) {
      select.whereIn(
        'id',
        notices.flatMap(({ mail_id }) => mail_id ?? []),
      );
    }
    return select;
  }

  async function knownNotices(question: SubjectQuestion) {
    const rows: HeldNotice[] = await database('notice')
      .where({ person_id: question.personId })
      .orderBy('id')
      .select('plugin', 'subject', 'mail_id', 'kind', 'created_at', 'read_at');
    const byPlugin = new Map<string, ReadonlySet<string>>();
    for (const plugin of new Set(rows.map(row => row.plugin))) {
      const subjects = rows
        .filter(row => row.plugin === plugin)
        .map(row => row.subject);
      byPlugin.set(plugin, await question.mayKnow(plugin, subjects));
    }
    return rows.filter(row => byPlugin.get(row.plugin)?.has(row.subject));
  }
}

async function eraseNotices(
  hub: Pick<HubService, 'work'>,
  { personId, actor }: SubjectErasure,
): Promise<void> {
  await hub.work.run(actor, async ({ trx, record }) => {
    for (const table of ['notice', 'mail', 'preference']) {
      await trx(table).where({ person_id: personId }).delete();
    }
    record({
      type: 'notifications.person-erased',
      subject: personSubject(personId),
      publish: false,
    });
  });
}
