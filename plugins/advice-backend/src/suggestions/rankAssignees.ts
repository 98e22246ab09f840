import type { Suggestion } from '@imsa-hub/advice-common';
import {
  KNOWLEDGE_AREA_NAMES,
  languageName,
  NATION_NAMES,
  type KnowledgeArea,
  type Nation,
} from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';

/** What of a query decides who could take it. */
export interface QueryToAssign {
  nation: Nation;
  areas: readonly KnowledgeArea[];
  /** Whether it needs case-specific immigration advice. */
  immigration: boolean;
  /** BCP 47 code of the asker's language. */
  language: string;
}

/** Somebody who could take it. */
export interface AssigneeCandidate {
  person: PersonContext;
  openQueries: number;
  /** Independence or recusal stands in the way: never suggested. */
  conflicted: boolean;
}

// In this order of importance; a full load weighs as much as a language.
const WEIGHTS = {
  specialism: 100,
  nation: 50,
  regulated: 25,
  language: 20,
  openQuery: -1,
};
const COUNTED_QUERIES = 20;

function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

function listWords(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);
}

function suggest(
  query: QueryToAssign,
  { person, openQueries }: AssigneeCandidate,
): Suggestion {
  const reasons: string[] = [];
  let score = 0;
  const areas = query.areas.filter(area => person.specialisms.includes(area));
  if (areas.length > 0) {
    const names = areas.map(area => KNOWLEDGE_AREA_NAMES[area]);
    score += Math.round(
      (WEIGHTS.specialism * areas.length) / query.areas.length,
    );
    reasons.push(`Specialises in ${listWords(names)}`);
  }
  if (person.nations.includes(query.nation)) {
    score += WEIGHTS.nation;
    reasons.push(`Works in ${NATION_NAMES[query.nation]}`);
  }
  // Everybody answers in English, so it is no reason for anyone.
  const language = baseOf(query.language);
  if (
    language !== 'en' &&
    person.languages.some(own => baseOf(own) === language)
  ) {
    score += WEIGHTS.language;
    reasons.push(`Speaks ${languageName(language)}`);
  }
  if (query.immigration) {
    if (person.regulatedForImmigration) score += WEIGHTS.regulated;
    reasons.push(
      person.regulatedForImmigration
        ? 'Recorded as regulated for immigration advice'
        : 'Not recorded as regulated for immigration advice: may only signpost',
    );
  }
  score += WEIGHTS.openQuery * Math.min(openQueries, COUNTED_QUERIES);
  reasons.push(
    openQueries === 0
      ? 'No open queries'
      : `${openQueries} open ${openQueries === 1 ? 'query' : 'queries'}`,
  );
  if (person.training === 'trainee') reasons.push('Trainee');
  return {
    person: {
      id: person.id,
      name: person.displayName,
      trainee: person.training === 'trainee',
    },
    score,
    openQueries,
    reasons,
  };
}

/**
 * Puts the people who could take a query in order, best first, each with the
 * reasons. It suggests and never decides. Whoever has a conflict is left out,
 * without a trace of why. Pure; equal ones stand by load and name.
 */
export function rankAssignees({
  query,
  candidates,
}: {
  query: QueryToAssign;
  candidates: readonly AssigneeCandidate[];
}): Suggestion[] {
  return candidates
    .filter(({ conflicted }) => !conflicted)
    .map(candidate => suggest(query, candidate))
    .sort(
      (one, other) =>
        other.score - one.score ||
        one.openQueries - other.openQueries ||
        one.person.name.localeCompare(other.person.name, 'en-GB') ||
        (one.person.id < other.person.id ? -1 : 1),
    );
}
