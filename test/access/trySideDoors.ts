import { newId } from '@imsa-hub/core';
import { answerPrint } from './answerPrint';
import type { Findings } from './Findings';
import { headerFaults } from './expectedHeaders';
import type { Stage } from './Planted';
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
 * have it, answers as if what it names did not exist.
 */
export async function trySideDoors(input: {
  world: World;
  findings: Findings;
}): Promise<void> {
  const { world, findings } = input;
  const { inside, cast } = world;
  const member = cast.of('coordinator');
  for (const door of DOORS) {
    const query = await world.fresh({
      member,
      relation: 'another',
      stage: door.stage,
      held: true,
    });
    const hidden =
      door.named === 'person'
        ? // Works for somebody else; stepped back; answers no advice; oneself aside.
          [cast.of('imsa').id, cast.of('analyst').id, await recused(query.id)]
        : [(await planted('conflicted')).id, (await planted('recused')).id];
    const version = await inside.version(query.id);
    const name = (id: string) =>
      member.client.post(`/api/advice/queries/${query.id}/${door.move}`, {
        version,
        ...door.body(id, 'Named by the access check'),
      });
    const measure = await name(newId());
    for (const id of hidden) {
      const answer = await name(id);
      findings.cells += 1;
      const label = `${door.move} that names a hidden ${door.named}`;
      if (answer.status < 400) findings.leaks.push(`${label} was done`);
      if (answerPrint(answer) !== answerPrint(measure)) {
        findings.leaks.push(
          `${label} can be told apart from what never existed`,
        );
      }
      findings.headers.push(...headerFaults('/api/advice', answer));
    }
  }

  // A mail that is set aside as asked already in a hidden query.
  const mail = await world.mailbox.fresh(member, 'waiting', 'logged');
  const setAside = async (duplicateOfId: string) =>
    member.client.post(`/api/advice/mails/${mail.id}/set-aside`, {
      version: await world.mailbox.version(mail.id),
      category: 'duplicate',
      reason: 'Named by the access check',
      duplicateOfId,
    });
  const measure = await setAside(newId());
  for (const relation of ['conflicted', 'recused'] as const) {
    const answer = await setAside((await planted(relation)).id);
    findings.cells += 1;
    if (answer.status < 400 || answerPrint(answer) !== answerPrint(measure)) {
      findings.leaks.push(`a mail set aside tells of a ${relation} query`);
    }
  }

  function planted(relation: 'conflicted' | 'recused') {
    return world.shared({ member, relation, stage: 'triaged' });
  }

  async function recused(queryId: string): Promise<string> {
    const { id } = cast.of('senior-ffion');
    await inside.makeRecused(queryId, id);
    return id;
  }
}
