import { newId } from '@imsa-hub/core';
import type { Member } from './Cast';
import { compareNamed } from './compareNamed';
import type { Findings } from './Findings';
import type { Stage } from './Planted';
import { tryCaseDoors } from './tryCaseDoors';
import type { World } from './World';

/** A move that names a second record, or a person. */
interface SideDoor {
  move: string;
  stage: Stage;
  /** What is named beside: a hidden thing, and what never existed. */
  named: 'query' | 'person';
  body(id: string, reason: string): object;
}

const DOORS: readonly SideDoor[] = [
  {
    move: 'link',
    stage: 'in-hand',
    named: 'query',
    body: (otherId, reason) => ({ otherId, reason }),
  },
  {
    move: 'merge',
    stage: 'triaged',
    named: 'query',
    body: (intoId, reason) => ({ intoId, intoVersion: 1, reason }),
  },
  {
    move: 'assign',
    stage: 'triaged',
    named: 'person',
    body: (personId, reason) => ({ personId, reason }),
  },
  {
    move: 'hand-over',
    stage: 'in-hand',
    named: 'person',
    body: (personId, reason) => ({ personId, reason }),
  },
  {
    move: 'recuse',
    stage: 'in-hand',
    named: 'person',
    body: (handOverTo, reason) => ({ handOverTo, reason }),
  },
  {
    move: 'ask-second-reader',
    stage: 'drafted',
    named: 'person',
    body: personId => ({ personId }),
  },
  {
    move: 'send',
    stage: 'drafted',
    named: 'query',
    body: id => ({ alsoTo: [id] }),
  },
];

/**
 * A move of an open record that names a hidden one, or a person who must not
 * have it, answers as if what it named did not exist.
 */
export async function trySideDoors(input: {
  world: World;
  findings: Findings;
}): Promise<void> {
  await tryDoorsOfQueries(input);
  await tryDoorOfMails(input);
  await tryCaseDoors(input);
  await tryDoorOfDrafts(input);
}

async function tryDoorsOfQueries({
  world,
  findings,
}: {
  world: World;
  findings: Findings;
}): Promise<void> {
  const { inside, cast } = world;
  const member = cast.of('coordinator');
  const { id: recusedId } = cast.of('senior-ffion');
  for (const door of DOORS) {
    const query = await world.fresh({
      member,
      relation: 'another',
      stage: door.stage,
      held: true,
    });
    if (door.named === 'person') await inside.makeRecused(query.id, recusedId);
    const version = await inside.version(query.id);
    await compareNamed({
      findings,
      label: `${door.move} that names a hidden ${door.named}`,
      hidden:
        door.named === 'person'
          ? // Works for somebody else; answers no advice; stepped back.
            [cast.of('imsa').id, cast.of('analyst').id, recusedId]
          : await hiddenQueries(world, member),
      name: id =>
        member.client.post(`/api/advice/queries/${query.id}/${door.move}`, {
          version,
          ...door.body(id, 'Named by the access check'),
        }),
      api: '/api/advice',
    });
  }
}

/** A mail that is set aside as asked already in a hidden query. */
async function tryDoorOfMails({
  world,
  findings,
}: {
  world: World;
  findings: Findings;
}): Promise<void> {
  const member = world.cast.of('coordinator');
  const mail = await world.mailbox.fresh(member, 'waiting', 'logged');
  await compareNamed({
    findings,
    label: 'a mail set aside as asked already in a hidden query',
    hidden: await hiddenQueries(world, member),
    name: async duplicateOfId =>
      member.client.post(`/api/advice/mails/${mail.id}/set-aside`, {
        version: await world.mailbox.version(mail.id),
        category: 'duplicate',
        reason: 'Named by the access check',
        duplicateOfId,
      }),
    api: '/api/advice',
  });
}

/** A case that is begun from a hidden query. */
async function tryDoorOfDrafts({
  world,
  findings,
}: {
  world: World;
  findings: Findings;
}): Promise<void> {
  const member = world.cast.of('senior');
  await compareNamed({
    findings,
    label: 'a case begun from a hidden query',
    hidden: await hiddenQueries(world, member),
    name: fromQueryId =>
      member.client.post('/api/escalations/drafts', {
        type: 'general',
        requestKey: newId(),
        fromQueryId,
      }),
    api: '/api/escalations',
  });
}

async function hiddenQueries(world: World, member: Member): Promise<string[]> {
  const ids: string[] = [];
  for (const relation of ['conflicted', 'recused'] as const) {
    const { id } = await world.shared({ member, relation, stage: 'triaged' });
    ids.push(id);
  }
  return ids;
}
