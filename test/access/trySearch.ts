import { newId } from '@imsa-hub/core';
import { answerPrint } from './answerPrint';
import type { Member } from './Cast';
import type { Findings } from './Findings';
import type { Planted } from './Planted';
import type { World } from './World';

/** Hidden queries that are looked for by each person, spread over all. */
const MOST = 40;

/**
 * Every hidden query is looked for as each person would who has heard of it: by
 * its reference, whole and in part, and by its words. It is answered as what never
 * existed, byte for byte, whatever the kind that is asked for; and what somebody
 * may see is found, or nothing would be proved.
 */
export async function trySearch(input: {
  world: World;
  findings: Findings;
}): Promise<void> {
  const { world, findings } = input;
  for (const member of world.cast.members) {
    if (member.role === 'nobody') continue;
    const hidden = spread(world.hiddenFrom(member));
    const begun = new Set(
      world.planted
        .filter(query => !world.hiddenFrom(member).includes(query))
        .map(({ reference }) => reference.slice(0, -1)),
    );
    for (const query of hidden) {
      for (const [words, never] of waysTo(query)) {
        // Another query, which they may see, begins like it.
        if (begun.has(query.reference.slice(0, -1))) continue;
        findings.cells += 1;
        const [answer, measure] = await Promise.all(
          [words, never].map(one => find(member, one)),
        );
        if (answer && measure && answerPrint(answer) === answerPrint(measure))
          continue;
        findings.leaks.push(
          `search for "${words}", ${member.key}: it is not answered as what never existed`,
        );
      }
    }
  }
}

/** Words that lead to a query, each with others of its form that lead nowhere. */
function waysTo({ reference, word }: Planted): Array<[string, string]> {
  const byWord: [string, string] = [word, `kestrel${newId()}`];
  // A mail that waits has no reference; all ids of a day begin like its own.
  if (!/^(ADV|ESC)-/.test(reference)) return [[reference, newId()], byWord];
  // No reference has a U.
  const never = `${newId().slice(-5).toUpperCase()}U`;
  const [kind = '', tail = ''] = reference.split('-');
  return [
    [reference, `${kind}-${never}`],
    [reference.toLowerCase(), `${kind}-${never}`.toLowerCase()],
    [tail, never],
    [reference.slice(0, -1), `${kind}-U${never.slice(0, 4)}`],
    [tail.slice(0, 5), `U${never.slice(0, 4)}`],
    byWord,
  ];
}

const find = (member: Member, words: string) =>
  member.client.post('/api/search/find', { words: words.slice(0, 100) });

function spread(queries: readonly Planted[]): Planted[] {
  const step = Math.max(1, Math.floor(queries.length / MOST));
  return queries.filter((_, place) => place % step === 0);
}
