import type { JourneyAnswers, JourneyPage } from './JourneyPage';

/** The pages that these answers lead through, in order. */
export function reachablePages(
  pages: readonly JourneyPage[],
  answers: JourneyAnswers,
): JourneyPage[] {
  return pages.filter(({ showWhen }) => {
    if (!showWhen) return true;
    const given = [answers[showWhen.field]].flat();
    return showWhen.anyOf.some(value => given.includes(value));
  });
}
