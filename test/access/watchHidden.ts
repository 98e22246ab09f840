import type { WrittenRoute } from '@imsa-hub/core-node';
import type { Cast, Member } from './Cast';
import { crawl, listsNotCrawled, type Page } from './crawl';
import type { Findings } from './Findings';
import { hiddenIn } from './judge';
import { LiveLine } from './LiveLine';
import type { Planted } from './Planted';
import type { World } from './World';

/** Changes are gathered for 200 ms before a line says anything. */
const LISTENING_MS = 1_500;

/** What was looked through. */
export interface Watched {
  pages: number;
  lines: number;
}

/**
 * Whatever goes on in records that are hidden from somebody must change nothing
 * for them. Each person's whole view is taken, then hidden queries arrive, are
 * worked on, linked and written to, and the view is taken again: it has to be the
 * same bytes, with nothing hidden in it, and no open page may have heard a word.
 */
export async function watchHidden(input: {
  world: World;
  routes: readonly WrittenRoute[];
  findings: Findings;
}): Promise<Watched> {
  const { world, routes, findings } = input;
  const { cast, inside } = world;
  const asker = cast.of('trainee');
  const watched = cast.members.filter(
    one => one.role !== 'nobody' && one !== asker,
  );
  const answered = await aboutTheHub(world, 'answered');
  await linkBeforeHiding(world);
  const hiddenCase = await caseAboutTheHub(world);
  // What the sweeps still do to what was planted must not look like what is hidden.
  await inside.swept();
  await inside.settled();
  const before = await viewsOf(watched);
  const lines = await Promise.all([...watched, asker].map(LiveLine.open));
  try {
    await world.move(asker, answered, 'follow-up', { body: answered.word });
    await world.ask(asker, cast.of('coordinator').organisationId);
    await world.cases.move(asker, hiddenCase, 'note', {
      kind: 'note',
      text: hiddenCase.word,
    });
    await world.cases.raise(asker, cast.of('coordinator').organisationId);
    await inside.settled();
    await new Promise(done => setTimeout(done, LISTENING_MS));
    for (const line of lines) {
      const heard = line.take();
      if (line.member === asker ? heard.length > 0 : heard.length === 0)
        continue;
      const list = line.member === asker ? findings.broken : findings.leaks;
      list.push(
        `${line.member.key}'s open page heard ${heard.join(' ') || 'nothing'}`,
      );
    }
  } finally {
    lines.forEach(line => line.close());
  }
  findings.notCovered.push(
    ...listsNotCrawled({ routes, pages: [...before.values()].flat() }).map(
      path => `${path} is a list that is not crawled`,
    ),
  );
  await aboutTheHub(world, 'in-hand');
  await inside.settled();
  const after = await viewsOf(watched);
  let pages = 0;
  for (const member of watched) {
    const was = new Map(
      before.get(member)?.map(page => [page.path, page.print]),
    );
    for (const { path, print } of after.get(member) ?? []) {
      pages += 1;
      findings.cells += 1;
      const name = `${path}, ${member.key}`;
      findings.leaks.push(
        ...hiddenIn({
          hidden: world.hiddenFrom(member),
          member,
          text: print,
        }).map(leak => `${name}: ${leak}`),
      );
      const once = was.get(path);
      if (once !== print) {
        const change = once === undefined ? 'it is new' : changeOf(once, print);
        findings.leaks.push(
          `${name}: it changes with hidden queries: ${change}`,
        );
      }
    }
  }
  return { pages, lines: lines.length };
}

/** A query that a person of the grid holds, found to be about the Hub itself. */
async function aboutTheHub(
  world: World,
  stage: 'answered' | 'in-hand',
): Promise<Planted> {
  const senior = world.cast.of('senior');
  const asker = world.cast.of('trainee');
  const wish = { member: senior, relation: 'conflicted', held: true } as const;
  return world.fresh({ ...wish, stage, asker });
}

/** A case that the desk works on is found to be about the Hub itself. */
async function caseAboutTheHub(world: World): Promise<Planted> {
  const senior = world.cast.of('senior');
  const planted = await world.cases.raise(world.cast.of('trainee'));
  await world.cases.move(senior, planted, 'accept');
  await world.cases.move(senior, planted, 'start');
  await world.cases.conflict(planted, senior.organisationId);
  return planted;
}

/** Two queries are linked; then one of them turns out to be about the Hub. */
async function linkBeforeHiding(world: World): Promise<void> {
  const senior = world.cast.of('senior');
  const wish = {
    member: senior,
    relation: 'another',
    stage: 'in-hand',
  } as const;
  const [open, hidden] = [await world.fresh(wish), await world.fresh(wish)];
  await world.move(senior, open, 'link', {
    otherId: hidden.id,
    reason: open.word,
  });
  const merged = await world.fresh({ ...wish, stage: 'triaged' });
  await world.move(world.cast.of('hub-manager'), merged, 'merge', {
    intoId: open.id,
    intoVersion: await world.inside.version(open.id),
    reason: open.word,
  });
  await world.hide(hidden, senior.organisationId);
  // What is merged is moved no more; its subject could only change before.
  await world.hide(merged, senior.organisationId, 'closed');
}

/** Where two texts part, with what stands around it in both. */
function changeOf(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 120);
  return `${around(before)} became ${around(after)}`;
}

async function viewsOf(members: Cast['members']): Promise<Map<Member, Page[]>> {
  const views = new Map<Member, Page[]>();
  await Promise.all(
    members.map(async member => views.set(member, await crawl(member))),
  );
  return views;
}
