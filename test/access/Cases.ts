import { newId } from '@imsa-hub/core';
import { draftCase, raiseCase } from '../support/raiseCase';
import type { Member } from './Cast';
import { done } from './done';
import type { Planted } from './Planted';
import { seesCase, type CaseRelation } from './policy';
import type { World } from './World';

/** A draft of the grid. It is nobody's but its author's. */
export interface PlantedDraft {
  id: string;
  word: string;
  version: number;
}

/** What a draft says whose survivor does not agree. */
export const WITHOUT_AGREEMENT = {
  consent: 'not-given',
  consentOverride: 'The access check says that a life is in danger',
};

/** Complex cases in any relation to somebody, raised through the hub's own interface. */
export class Cases {
  private readonly kept = new Map<string, Promise<Planted>>();
  private readonly drafts = new Map<string, Promise<PlantedDraft>>();

  constructor(private readonly world: World) {}

  /** One that all calls of a person share. */
  shared(
    member: Member,
    relation: Exclude<CaseRelation, 'missing'>,
  ): Promise<Planted> {
    const key = `${member.key} ${relation}`;
    const known = this.kept.get(key) ?? this.settled(member, relation);
    this.kept.set(key, known);
    return known;
  }

  /** A new one, in progress at the desk. */
  async fresh(
    member: Member,
    relation: Exclude<CaseRelation, 'missing'>,
  ): Promise<Planted> {
    const { inside } = this.world;
    const isOwn = relation.startsWith('own');
    const raises = isOwn && seesCase(member.role, 'own');
    const planted = await this.raise(raises ? member : this.otherThan(member));
    await this.takeOn(planted);
    if (isOwn && !raises) {
      await inside.makeCaseRaiser(planted.id, member.id);
      planted.raisedBy = member.id;
    }
    if (relation === 'part') {
      await inside.makePart(planted.id, member.id);
      planted.partIds?.push(member.id);
    }
    if (relation === 'recused') {
      await inside.makeCaseRecused(planted.id, member.id);
      planted.recusedIds.push(member.id);
    }
    if (relation.endsWith('conflicted') || relation === 'opened') {
      await this.conflict(planted, member.organisationId);
    }
    if (relation === 'opened') await this.breakGlass(member, planted);
    return planted;
  }

  /** Somebody brings a case to the Hub. */
  async raise(
    raiser: Member,
    subjectId: string | null = null,
  ): Promise<Planted> {
    const word = `kestrel${newId()}`;
    const raised = await raiseCase(raiser.client, { word, subjectId });
    const planted: Planted = {
      kind: 'case',
      ...raised,
      word,
      raisedBy: raiser.id,
      subjectOrganisationId: subjectId,
      recusedIds: [],
      openedBy: [],
      // Whoever raises a case leads it.
      partIds: [raiser.id],
    };
    this.world.planted.push(planted);
    return planted;
  }

  /** One that all who may not touch it share: nobody has many drafts. */
  draftOf(author: Member): Promise<PlantedDraft> {
    const known = this.drafts.get(author.key) ?? this.draft(author);
    this.drafts.set(author.key, known);
    return known;
  }

  /** A new draft of somebody. */
  async draft(
    author: Member,
    more?: Record<string, unknown>,
  ): Promise<PlantedDraft> {
    const word = `kestrel${newId()}`;
    const { id, version } = await draftCase(author.client, { word, more });
    return { id, word, version };
  }

  /** Somebody asks to go on without the survivor's agreement. */
  async consentRequest(
    author: Member,
    subjectId: string | null,
  ): Promise<{ id: string; draftId: string }> {
    const draft = await this.draft(author, {
      ...WITHOUT_AGREEMENT,
      ...(subjectId ? { organisation: subjectId } : {}),
    });
    await done(
      'ask for a decision on consent',
      author.client.post(
        `/api/escalations/drafts/${draft.id}/ask-consent-decision`,
        { version: draft.version },
      ),
    );
    const id = await this.world.inside.value<string>(
      'select id from escalations.consent_request where draft_id = $1',
      [draft.id],
    );
    return { id, draftId: draft.id };
  }

  async conflict(planted: Planted, organisationId: string): Promise<void> {
    await this.world.inside.makeCaseConflicted(planted.id, organisationId);
    planted.subjectOrganisationId = organisationId;
  }

  /** Opens a conflicted case for an hour, with a reason. */
  async breakGlass(member: Member, planted: Planted): Promise<void> {
    planted.openedBy.push(member.id);
    await done(
      'break the glass on a case',
      member.client.post('/api/escalations/break-glass', {
        reference: planted.reference,
        reason: `Nobody else can look. ${planted.word}`,
      }),
    );
  }

  /** One move that has to work. */
  async move(
    who: Member,
    planted: Planted,
    name: string,
    more: object = {},
  ): Promise<void> {
    const version = await this.world.inside.caseVersion(planted.id);
    const path = `/api/escalations/cases/${planted.id}/${name}`;
    await done(
      `${name} a case by ${who.key}`,
      who.client.post(path, { version, ...more }),
    );
  }

  private async settled(
    member: Member,
    relation: Exclude<CaseRelation, 'missing'>,
  ): Promise<Planted> {
    const planted = await this.fresh(member, relation);
    await this.world.inside.settled();
    return planted;
  }

  private async takeOn(planted: Planted): Promise<void> {
    const handler = this.world.cast.of('senior-two');
    await this.move(handler, planted, 'accept');
    await this.move(handler, planted, 'start');
  }

  private otherThan(member: Member): Member {
    return this.world.cast.of(member.key === 'imsa' ? 'trainee' : 'imsa');
  }
}
