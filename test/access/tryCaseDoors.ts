import { newId } from '@imsa-hub/core';
import { answerPrint } from './answerPrint';
import { compareNamed } from './compareNamed';
import type { Findings } from './Findings';
import type { World } from './World';

/** A move of a case by which somebody lets another person into it. */
interface CaseDoor {
  move: string;
  by: 'handler' | 'raiser' | 'manager';
  body(personId: string, words: string): object;
}

const given = (personId: string, reason: string) => ({ personId, reason });
const CASE_DOORS: readonly CaseDoor[] = [
  { move: 'assign', by: 'manager', body: given },
  { move: 'refer', by: 'handler', body: given },
  { move: 'transfer', by: 'handler', body: given },
  {
    move: 'ask-opinion',
    by: 'handler',
    body: (personId, question) => ({ personId, question }),
  },
  {
    move: 'add-task',
    by: 'handler',
    body: (ownerId, title) => ({ ownerId, title, dueOn: '2027-12-01' }),
  },
  { move: 'offer-handover', by: 'raiser', body: given },
  {
    move: 'recuse',
    by: 'handler',
    body: (handOverTo, reason) => ({ handOverTo, reason }),
  },
];

/** People who must not have a case, named by those who have it. */
export async function tryCaseDoors({
  world,
  findings,
}: {
  world: World;
  findings: Findings;
}): Promise<void> {
  const { inside, cast, cases } = world;
  const raiser = cast.of('trainee');
  const conflicted = cast.of('imsa');
  const people = {
    raiser,
    handler: cast.of('senior-two'),
    manager: cast.of('hub-manager'),
  };
  const planted = await cases.fresh(conflicted, 'another');
  if (planted.raisedBy !== raiser.id)
    throw new Error('Somebody else raised it');
  await cases.conflict(planted, conflicted.organisationId);
  const recused = cast.of('senior-ffion');
  await inside.makeCaseRecused(planted.id, recused.id);
  planted.recusedIds.push(recused.id);
  const version = await inside.caseVersion(planted.id);
  for (const door of CASE_DOORS) {
    await compareNamed({
      findings,
      label: `${door.move} of a case to somebody who must not have it`,
      // Works there; stepped back; has nothing to do with cases.
      hidden: [conflicted.id, recused.id, cast.of('analyst').id],
      name: id =>
        people[door.by].client.post(
          `/api/escalations/cases/${planted.id}/${door.move}`,
          { version, ...door.body(id, 'Named by the access check') },
        ),
      api: '/api/escalations',
    });
  }
  if ((await inside.caseVersion(planted.id)) !== version) {
    findings.leaks.push('a case was changed by naming who must not have it');
  }
  await inside.settled();
  for (const member of [conflicted, recused]) {
    const answer = await member.client.get(
      `/api/escalations/cases/${planted.id}`,
    );
    const missing = await member.client.get(
      `/api/escalations/cases/${newId()}`,
    );
    findings.cells += 1;
    if (answerPrint(answer) !== answerPrint(missing)) {
      findings.leaks.push(`${member.key} finds a case that named them`);
    }
    const { text } = await member.client.get('/api/notifications/notices');
    if (text.includes(planted.id)) {
      findings.leaks.push(`${member.key} is told of a case that named them`);
    }
  }
}
