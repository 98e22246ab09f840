import type { WrittenRoute } from '@imsa-hub/core-node';
import type { HubAnswer } from '../support/HubClient';
import { answerPrint } from './answerPrint';
import type { Member } from './Cast';
import { headerFaults } from './expectedHeaders';
import type { Findings } from './Findings';
import { hiddenIn, isOfKind, isRefusal, judge } from './judge';
import { WEIGHS_MOST, type Verdict } from './policy';
import type { Call, Recipe } from './Recipe';
import { recipes } from './recipes';
import type { World } from './World';

/** Members of the cast who are tried at the same time. */
const AT_ONCE = 4;
/** Calls after which a trace is believed. */
const TRIES_OF_TRACES = 3;
/** They also set the scene, which is refused to them now and then. */
const STAGE_HANDS = ['hub-manager', 'coordinator', 'nobody'];

/** Every route × everybody × every standing of the record. */
export async function runGrid(input: {
  world: World;
  routes: readonly WrittenRoute[];
  findings: Findings;
}): Promise<void> {
  const { world, routes, findings } = input;
  const mounted = new Set(routes.map(route => `${route.method} ${route.path}`));
  const recorded = new Set(
    routes
      .filter(
        ({ path, summary }) =>
          path.startsWith('/api/') && summary !== 'Of Backstage',
      )
      .map(route => `${route.method} ${route.path}`),
  );
  const tried = recipes.filter(recipe => mounted.has(recipe.route));
  const known = new Set(recipes.map(recipe => recipe.route));
  findings.notCovered.push(
    ...[...mounted].filter(route => !known.has(route)),
    ...[...known]
      .filter(route => !mounted.has(route))
      .map(route => `${route} (a recipe without a route)`),
  );
  const asking = routes.filter(({ freshSignIn }) => freshSignIn);
  findings.leaks.push(
    ...WEIGHS_MOST.filter(
      route =>
        !asking.some(({ method, path }) => `${method} ${path}` === route),
    ).map(route => `${route} asks for no fresh sign-in`),
  );
  findings.broken.push(
    ...asking
      .map(({ method, path }) => `${method} ${path}`)
      .filter(route => !WEIGHS_MOST.includes(route))
      .map(route => `${route} asks for a fresh sign-in without need`),
  );
  const succeeded = new Set<string>();
  const fromNobody = new Map<string, string>();
  // Nobody comes first: what the public gets is the measure for the others.
  const [nobody, ...others] = world.cast.members;
  if (nobody) await column(nobody);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = others.shift(); next; next = others.shift()) {
        await column(next);
      }
    }),
  );
  findings.broken.push(
    ...tried
      .filter(recipe => isForSomebody(world, recipe))
      .filter(recipe => !succeeded.has(recipe.route))
      .map(recipe => `${recipe.route} never did what it is for`),
  );

  async function column(member: Member): Promise<void> {
    const before = await world.inside.refusalsOf(member.id);
    let refused = 0;
    for (const recipe of tried) {
      const answers = await row(member, recipe);
      if (!recorded.has(recipe.route)) continue;
      refused += answers.filter(isRefusalOfPerson).length;
    }
    if (STAGE_HANDS.includes(member.key)) return;
    const written = (await world.inside.refusalsOf(member.id)) - before;
    findings.refusals += written;
    if (written !== refused) {
      findings.broken.push(
        `${member.key} was refused ${refused} times; the ledger has ${written}`,
      );
    }
  }

  async function row(member: Member, recipe: Recipe): Promise<HubAnswer[]> {
    // What never existed is asked for first: it is the measure.
    const standings = [...recipe.standings].sort(
      (a, b) => Number(b === 'missing') - Number(a === 'missing'),
    );
    const answers: HubAnswer[] = [];
    let measure = fromNobody.get(recipe.route);
    for (const standing of standings) {
      const verdict = recipe.verdict(member, standing);
      const call =
        verdict && (await recipe.call({ world, member, standing, verdict }));
      if (!verdict || !call) continue;
      const name = `${recipe.route}, ${member.key}, ${standing}`;
      const hidden = world.hiddenFrom(member);
      const { answer, all, leftTrace } = await tryCall({
        member,
        recipe,
        call,
        verdict,
      });
      answers.push(...all);
      const leaks = [
        ...judge({ recipe, verdict, answer, measure }),
        ...hiddenIn({
          hidden,
          member,
          text: answer.text,
          asked: call,
          keepsOwn: recipe.keepsOwn,
        }),
        ...(leftTrace ? ['a refused call left a trace'] : []),
      ];
      findings.cells += 1;
      findings.leaks.push(...leaks.map(leak => `${name}: ${leak}`));
      findings.headers.push(
        ...headerFaults(call.path, answer).map(fault => `${name}: ${fault}`),
      );
      if (verdict === 'answered') {
        if (isOfKind(verdict, answer)) succeeded.add(recipe.route);
        else findings.broken.push(`${name}: ${answer.status} ${answer.text}`);
      }
      if (verdict === 'public' && member === nobody) {
        fromNobody.set(recipe.route, answerPrint(answer));
      }
      if (standing === 'missing' || recipe.alike)
        measure ??= answerPrint(answer);
    }
    return answers;
  }
}

// Where the record is seen, a move is refused in words: they say whether it is
// for who somebody is. Only that belongs in the ledger, and not how it stands.
const FOR_WHO_THEY_ARE =
  /^(Only |You (wrote|brought) this|You are not recorded as regulated|Somebody else was asked|Nobody asked you|This is about yourself|This case is with the Hub Manager|A second opinion was asked for)/;

function isRefusalOfPerson({ status, body }: HubAnswer): boolean {
  const detail = (body as { detail?: unknown } | undefined)?.detail;
  return (
    [403, 404].includes(status) ||
    (status === 409 && FOR_WHO_THEY_ARE.test(String(detail)))
  );
}

/**
 * Sends a call, and looks whether it left a trace where it is to be refused.
 * What the hub does meanwhile for itself (it tells people, it ends the parts of
 * those who left) looks like one once; what a refused call leaves, it leaves
 * each time.
 */
async function tryCall(input: {
  member: Member;
  recipe: Recipe;
  call: Call;
  verdict: Verdict;
}): Promise<{ answer: HubAnswer; all: HubAnswer[]; leftTrace: boolean }> {
  const { member, recipe, call, verdict } = input;
  const traces = isRefusal(verdict) ? call.traces : undefined;
  const all: HubAnswer[] = [];
  let leftTrace = false;
  let answer: HubAnswer | undefined;
  do {
    const before = await traces?.();
    const latest = await send(member, recipe, call);
    all.push(latest);
    answer ??= latest;
    leftTrace = before !== (await traces?.());
  } while (leftTrace && all.length < TRIES_OF_TRACES);
  return { answer, all, leftTrace };
}

function isForSomebody(world: World, recipe: Recipe): boolean {
  return world.cast.members.some(member =>
    recipe.standings.some(
      standing => recipe.verdict(member, standing) === 'answered',
    ),
  );
}

async function send(
  member: Member,
  recipe: Recipe,
  call: Call,
): Promise<HubAnswer> {
  const { client } = member;
  const method = recipe.route.split(' ')[0]?.toUpperCase() ?? 'GET';
  if (!recipe.stream) {
    return client.send(method, call.path, call.body, { headers: call.headers });
  }
  const aborter = new AbortController();
  const response = await fetch(`${client.url}${call.path}`, {
    headers: client.authorization(),
    signal: aborter.signal,
  });
  const { status, headers } = response;
  const text = status === 200 ? '' : await response.text();
  aborter.abort();
  return { status, headers, text, body: {} };
}
