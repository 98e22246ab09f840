import { newId } from '@imsa-hub/core';
import type { Cast, Member } from './Cast';
import type { Inside } from './Inside';
import { Cases } from './Cases';
import { isHiddenFrom, type Planted, type Stage } from './Planted';
import type { Relation } from './policy';
import { Mailbox } from './Mailbox';
import { Register } from './Register';
import { closing, question, reply, triage } from './requests';
import { done } from './done';

interface Wish {
  member: Member;
  relation: Exclude<Relation, 'missing'>;
  stage: Stage;
  /** Whether the member holds it, where the stage has a holder. */
  held?: boolean;
  /** Who asks, where it is not the member. */
  asker?: Member;
}

const ASKERS = ['hub-manager', 'coordinator', 'senior', 'imsa', 'trainee'];
const ADVISERS = ['hub-manager', 'coordinator', 'senior'];

/** Makes queries in any relation and stage, through the hub's own interface. */
export class World {
  readonly planted: Planted[] = [];
  readonly register: Register;
  readonly mailbox: Mailbox;
  readonly cases: Cases;
  private readonly kept = new Map<string, Promise<Planted>>();

  constructor(
    readonly cast: Cast,
    readonly inside: Inside,
    mailboxPort: number,
  ) {
    this.mailbox = new Mailbox(this, mailboxPort);
    this.cases = new Cases(this);
    this.register = new Register(cast);
  }

  /** One that refused calls share: they change nothing. */
  shared(asked: Wish): Promise<Planted> {
    const wish = { ...asked, member: this.someoneFor(asked.member) };
    const key = `${wish.member.key} ${wish.relation} ${wish.stage}`;
    const known = this.kept.get(key) ?? this.settled(wish);
    this.kept.set(key, known);
    return known;
  }

  private async settled(wish: Wish): Promise<Planted> {
    const query = await this.fresh(wish);
    await this.inside.settled(query.id);
    return query;
  }

  /** From now on nobody can say how it stands to whom. */
  forget(record: Planted): void {
    this.planted.splice(this.planted.indexOf(record), 1);
  }

  /** Records that a member may not know of, by the policy. */
  hiddenFrom(member: Member): Planted[] {
    return this.planted.filter(record => isHiddenFrom(member, record));
  }

  /** A new one. */
  async fresh(asked: Wish): Promise<Planted> {
    const wish = { ...asked, member: this.someoneFor(asked.member) };
    const { member, relation, stage } = wish;
    const isOwn = relation === 'own' || relation === 'own-conflicted';
    const asksSelf = isOwn && ASKERS.includes(member.key);
    const asker = asksSelf ? member : (wish.asker ?? this.otherThan(member));
    const isConflict = relation.endsWith('conflicted') || relation === 'opened';
    const conflict = isConflict ? member.organisationId : null;
    // Once a query is about the Hub, nobody at the Hub can move it any more.
    const aboutHub = conflict === this.cast.of('coordinator').organisationId;
    const atFirst = stage === 'received' || !aboutHub ? conflict : null;
    const query = await this.ask(asker, atFirst);
    if (relation === 'recused') await this.recuse(member, query, stage);
    await this.bring(query, wish, atFirst);
    if (conflict && !atFirst) await this.hide(query, conflict, stage);
    query.subjectOrganisationId = conflict;
    if (isOwn && !asksSelf && member.id) {
      await this.inside.makeAsker(query.id, member.id);
      query.raisedBy = member.id;
    }
    if (relation === 'opened') await this.breakGlass(member, query);
    return query;
  }

  /** Asks a question that nobody else would ask. */
  async ask(asker: Member, subjectId: string | null): Promise<Planted> {
    const word = `kestrel${newId()}`;
    const { id, reference } = await done<{ id: string; reference: string }>(
      'ask',
      asker.client.post('/api/advice/queries', question(word, subjectId)),
    );
    const query: Planted = {
      kind: 'query',
      id,
      reference,
      word,
      raisedBy: asker.id,
      subjectOrganisationId: subjectId,
      recusedIds: [],
      openedBy: [],
    };
    this.planted.push(query);
    return query;
  }

  private async bring(
    query: Planted,
    wish: Wish,
    subjectId: string | null,
  ): Promise<void> {
    const { stage, member } = wish;
    const holder = wish.held ? member : this.cast.of('senior-two');
    const move = (who: Member, name: string, more?: object) =>
      this.move(who, query, name, more);
    if (stage === 'received') return;
    await move(this.triager(member), 'triage', triage(query.word, subjectId));
    if (stage === 'triaged') return;
    await move(holder, 'claim');
    if (stage === 'in-hand') return;
    if (stage === 'stopped') {
      const category = 'waiting-on-third-party';
      await move(holder, 'stop-clock', { category, reason: query.word });
      return;
    }
    if (stage === 'closed') {
      await move(holder, 'close', closing(query.word));
      return;
    }
    await move(holder, 'draft', reply(query.word));
    if (stage === 'with-reader') await move(holder, 'ask-second-reader');
    if (stage === 'answered') await move(holder, 'send');
  }

  private async recuse(
    member: Member,
    query: Planted,
    stage: Stage,
  ): Promise<void> {
    if (ADVISERS.includes(member.key)) {
      await done(
        `recuse before ${stage}`,
        member.client.post(`/api/advice/queries/${query.id}/recuse`, {
          version: await this.inside.version(query.id),
          reason: query.word,
        }),
      );
    } else {
      await this.inside.makeRecused(query.id, member.id);
    }
    query.recusedIds.push(member.id);
  }

  /** Opens a conflicted query for an hour, with a reason. */
  async breakGlass(member: Member, query: Planted): Promise<void> {
    query.openedBy.push(member.id);
    await done(
      'break-glass',
      member.client.post('/api/advice/break-glass', {
        reference: query.reference,
        reason: `Nobody else can look. ${query.word}`,
      }),
    );
  }

  /** One move that has to work. */
  async move(
    who: Member,
    query: Planted,
    name: string,
    more: object = {},
  ): Promise<void> {
    const version = await this.inside.version(query.id);
    const path = `/api/advice/queries/${query.id}/${name}`;
    const method = name === 'draft' ? 'PUT' : 'POST';
    const body = { version, ...more };
    await done(`${name} by ${who.key}`, who.client.send(method, path, body));
  }

  /** Triage finds out whom it is about; from then on the triager is out too. */
  async hide(
    query: Planted,
    organisationId: string,
    stage?: Stage,
  ): Promise<void> {
    const path = `/api/advice/queries/${query.id}/triage`;
    const version = await this.inside.version(query.id);
    if (stage === 'closed') {
      await this.inside.makeConflicted(query.id, organisationId);
      query.subjectOrganisationId = organisationId;
      return;
    }
    const body = { version, ...triage(query.word, organisationId) };
    const coordinator = this.cast.of('coordinator');
    // Nobody triages what they raised.
    const { client } =
      query.raisedBy === coordinator.id
        ? this.cast.of('hub-manager')
        : coordinator;
    await done('hide by triage', client.post(path, body));
    if ((await this.inside.version(query.id)) === version) {
      throw new Error('Triage did not find the conflict');
    }
    query.subjectOrganisationId = organisationId;
  }

  /** Nobody has no records; an IMSA's serve. */
  private someoneFor(member: Member): Member {
    return member.role === 'nobody' ? this.cast.of('imsa') : member;
  }

  private triager(member: Member): Member {
    return this.cast.of(
      member.key === 'coordinator' ? 'hub-manager' : 'coordinator',
    );
  }

  private otherThan(member: Member): Member {
    return this.cast.of(member.key === 'imsa' ? 'trainee' : 'imsa');
  }
}
