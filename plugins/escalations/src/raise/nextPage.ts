import { CHECK_PAGE, type Draft } from '@imsa-hub/escalations-common';

type Pages = Pick<Draft, 'pages' | 'done' | 'problems'>;

/** The page after another one; the check of all answers after the last. */
export function pageAfter({ pages }: Pages, pageId: string): string {
  const place = pages.findIndex(({ id }) => id === pageId);
  return pages[place + 1]?.id ?? CHECK_PAGE;
}

/** The page before another one; nothing before the first. */
export function pageBefore(
  { pages }: Pages,
  pageId: string,
): string | undefined {
  const place = pages.findIndex(({ id }) => id === pageId);
  return place < 0 ? pages.at(-1)?.id : pages[place - 1]?.id;
}

/**
 * Where to go on with a draft: at the first page that has to be answered, or
 * that nothing after it was. What was returned is complete, and is looked over.
 */
export function pageToGoOn(draft: Pages & Pick<Draft, 'returnedFor'>): string {
  const { pages, done, problems, returnedFor } = draft;
  const last = pages.findLastIndex(({ id }) => done.includes(id));
  const next = pages.find(({ id }, place) => {
    if (problems.some(({ page }) => page === id)) return true;
    return place > last && returnedFor === null;
  });
  return next?.id ?? CHECK_PAGE;
}

/**
 * Where a changed answer leads: back to the check, unless it opened a page
 * that has to be answered first.
 */
export function pageAfterChange(draft: Pages, pageId: string): string {
  const next = pageAfter(draft, pageId);
  return draft.problems.some(({ page }) => page === next) ? next : CHECK_PAGE;
}

/** How far one is, in words. The check is the last page. */
export function progress({ pages }: Pages, pageId: string): string {
  const place = pages.findIndex(({ id }) => id === pageId);
  const last = pages.length + 1;
  return `Page ${place < 0 ? last : place + 1} of ${last}`;
}
