import type { AnyJourneyPage, Journey } from './Journey';

/** The way through a journey that the answers so far have taken. */
export interface JourneyWalk<Answers extends object> {
  /** Pages in order; the last is unanswered unless `complete`. */
  pages: readonly AnyJourneyPage<Answers>[];
  /** Whether every page on the way is answered. */
  complete: boolean;
}

/**
 * Walks from the first page along `next` until a page without an answer, a
 * page where the journey ends, or the end. Answers off the way do not count.
 */
export function walkJourney<Answers extends object>(options: {
  journey: Journey<Answers>;
  answers: Partial<Answers>;
}): JourneyWalk<Answers> {
  const { journey, answers } = options;
  const pages: AnyJourneyPage<Answers>[] = [];
  let id: (keyof Answers & string) | undefined = journey.first;
  while (id !== undefined) {
    const page: AnyJourneyPage<Answers> = pageOf(journey, id);
    if (pages.includes(page)) throw new Error(`The journey circles at ${id}`);
    pages.push(page);
    if (answers[page.id] === undefined || page.ends) {
      return { pages, complete: false };
    }
    id = page.next(answers);
  }
  return { pages, complete: true };
}

/** The answers that lie on the way, and no others. */
export function answersOnTheWay<Answers extends object>(options: {
  journey: Journey<Answers>;
  answers: Partial<Answers>;
}): Partial<Answers> {
  const { pages } = walkJourney(options);
  const kept: Partial<Answers> = {};
  for (const { id } of pages) {
    if (options.answers[id] !== undefined) kept[id] = options.answers[id];
  }
  return kept;
}

/** A page by its id. */
export function pageOf<Answers extends object>(
  journey: Journey<Answers>,
  id: keyof Answers & string,
): AnyJourneyPage<Answers> {
  const page = journey.pages.find(candidate => candidate.id === id);
  if (!page) throw new Error(`The journey has no page ${id}`);
  return page;
}
