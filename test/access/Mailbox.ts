import { newId } from '@imsa-hub/core';
import type { Member } from './Cast';
import { done } from './done';
import { handOverMail } from './handOverMail';
import type { Planted } from './Planted';
import type { MailStanding } from './policy';
import { question } from './requests';
import type { World } from './World';

/** A mail of the grid, and the query that it became or is of. */
export interface PlantedMail {
  id: string;
  /** The query; before it is logged, the mail itself stands for it. */
  query: Planted;
}

/** How a mail that is no longer waiting was dealt with. */
export type MailEnd = 'logged' | 'duplicate';

/** Mails that come in by the real way, in any relation to somebody. */
export class Mailbox {
  private last: Promise<unknown> = Promise.resolve();
  private readonly kept = new Map<string, Promise<PlantedMail>>();

  constructor(
    private readonly world: World,
    private readonly port: number,
  ) {}

  /** One that refused calls share. */
  shared(
    member: Member,
    standing: Exclude<MailStanding, 'missing'>,
    end: MailEnd,
  ): Promise<PlantedMail> {
    const key = `${member.key} ${standing} ${end}`;
    const known = this.kept.get(key) ?? this.settled(member, standing, end);
    this.kept.set(key, known);
    return known;
  }

  private async settled(
    ...wish: Parameters<Mailbox['fresh']>
  ): Promise<PlantedMail> {
    const mail = await this.fresh(...wish);
    await this.world.inside.mailsEnded(mail.id);
    return mail;
  }

  /** A new one. */
  async fresh(
    member: Member,
    standing: Exclude<MailStanding, 'missing'>,
    end: MailEnd,
  ): Promise<PlantedMail> {
    const mail = await this.arrive();
    if (standing === 'waiting') return mail;
    const conflicted = standing === 'conflicted' || standing === 'opened';
    const subjectId = conflicted ? member.organisationId : null;
    if (end === 'logged') await this.log(mail, subjectId);
    else await this.setAside(mail, subjectId);
    if (standing === 'recused') {
      mail.query.recusedIds.push(member.id);
      await this.world.inside.makeRecused(mail.query.id, member.id);
    }
    if (standing === 'opened') await this.world.breakGlass(member, mail.query);
    return mail;
  }

  /** What would be sent to log it. */
  logging(word: string, subjectId: string | null) {
    return {
      ...question(word, subjectId),
      askerKind: 'survivor',
      giveReceiptCode: true,
      writing: 'without-code',
    };
  }

  version(mailId: string): Promise<number> {
    const sql = 'select version from advice.mailbox_mail where id = $1';
    return this.world.inside.value(sql, [mailId]);
  }

  /** Everything that a change of a mail would leave. */
  async traces(mailId: string): Promise<string> {
    const parts: unknown = await this.world.inside.value(
      `select json_build_array(
         (select row_to_json(m) from advice.mailbox_mail m where id = $1),
         (select json_agg(n order by n.id) from advice.mailbox_note n where mail_id = $1))`,
      [mailId],
    );
    return JSON.stringify(parts);
  }

  // One after the other, so that the latest is the one that was handed over.
  private arrive(): Promise<PlantedMail> {
    const arriving = this.last.then(async () => {
      const word = `kestrel${newId()}`;
      const from = `${newId().toLowerCase()}@mail.example`;
      await handOverMail({ port: this.port, from, text: word });
      const id: string = await this.world.inside.value(
        'select id from advice.mailbox_mail where not demo order by id desc limit 1',
      );
      const query: Planted = {
        kind: 'query',
        id,
        reference: id,
        mailId: id,
        word,
        raisedBy: 'somebody outside',
        subjectOrganisationId: null,
        recusedIds: [],
        openedBy: [],
      };
      this.world.planted.push(query);
      return { id, query };
    });
    this.last = arriving.catch(() => undefined);
    return arriving;
  }

  private async log({ id, query }: PlantedMail, subjectId: string | null) {
    const { client } = this.world.cast.of('senior-two');
    const logged = await done<{ id: string; reference: string }>(
      'log a mail',
      client.post(`/api/advice/mails/${id}/log`, {
        version: await this.version(id),
        ...this.logging(query.word, subjectId),
      }),
    );
    query.id = logged.id;
    query.reference = logged.reference;
    query.subjectOrganisationId = subjectId;
  }

  /** As asked already in a query, which turns out afterwards whom it is about. */
  private async setAside(mail: PlantedMail, subjectId: string | null) {
    const { cast, inside } = this.world;
    const { query } = mail;
    const asked = await this.world.ask(cast.of('trainee'), null);
    await done(
      'set a mail aside',
      cast
        .of('senior-two')
        .client.post(`/api/advice/mails/${mail.id}/set-aside`, {
          version: await this.version(mail.id),
          category: 'duplicate',
          reason: query.word,
          duplicateOfId: asked.id,
        }),
    );
    if (subjectId) await inside.makeConflicted(asked.id, subjectId);
    asked.subjectOrganisationId = subjectId;
    mail.query = asked;
    Object.assign(query, { ...asked, word: query.word, mailId: mail.id });
    // One query, two words: what happens to the one happens to both.
    query.recusedIds = asked.recusedIds;
    query.openedBy = asked.openedBy;
  }
}
