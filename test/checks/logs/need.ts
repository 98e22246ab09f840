import type { HubAnswer } from '../../support/HubClient';

/**
 * An answer that the journey cannot go on without.
 *
 * @throws Error with the answer when its status is another
 */
export function need<T>(
  answer: HubAnswer<T>,
  ...statuses: number[]
): HubAnswer<T> {
  const wanted = statuses.length > 0 ? statuses : [200];
  if (!wanted.includes(answer.status)) {
    throw new Error(
      `Answered ${answer.status} instead of ${wanted.join(' or ')}: ${answer.text.slice(0, 600)}`,
    );
  }
  return answer;
}
