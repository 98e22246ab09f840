import type { Hub } from '@imsa-hub/launch';
import type { Member } from './Cast';
import type { Findings } from './Findings';
import { has } from './policy';
import type { World } from './World';

interface Mail {
  to: string[];
}

/**
 * Mails say that something waits, and nothing of what; and they go to nobody
 * who may not know of a single query.
 */
export async function readMails(input: {
  hub: Hub;
  world: World;
  findings: Findings;
}): Promise<number> {
  const { hub, world, findings } = input;
  const mails = await arrived(hub);
  if (mails.length === 0) findings.broken.push('no mail was sent at all');
  const outsiders = world.cast.members.filter(
    ({ role }) => role !== 'nobody' && !has(role, 'use the advice line'),
  );
  for (const mail of mails) {
    findings.cells += 1;
    const text = JSON.stringify(mail);
    const told = world.planted.some(({ id, reference, word, mailId }) =>
      [id, reference, word, mailId ?? id].some(secret => text.includes(secret)),
    );
    if (told) findings.leaks.push('a mail says what it is about');
    const outsider = outsiders.find(({ email }) => mail.to.includes(email));
    if (outsider && !(await isForThem(world, outsider)))
      findings.leaks.push(`a mail went to ${outsider.key}`);
  }
  return mails.length;
}

/** Erasures are all that those outside the advice line are sent mails of. */
async function isForThem(world: World, { id, role }: Member): Promise<boolean> {
  const kinds = await world.inside.kindsMailed(id);
  return (
    has(role, 'decide on an erasure') &&
    kinds.every(kind => kind === 'network.erasure-asked')
  );
}

/** The mails, once no more have come for a while. */
async function arrived(hub: Hub): Promise<Mail[]> {
  let mails: Mail[] = [];
  for (let tries = 0; tries < 10; tries += 1) {
    await new Promise(done => setTimeout(done, 1_500));
    const answer = await fetch(`${hub.mailUrl}/api/mails`);
    const now = ((await answer.json()) as { mails: Mail[] }).mails;
    if (now.length > 0 && now.length === mails.length) return now;
    mails = now;
  }
  return mails;
}
