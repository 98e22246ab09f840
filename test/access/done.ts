import type { HubAnswer } from '../support/HubClient';

/** The answer of a step that has to work. @throws Error that names the step */
export async function done<T>(
  step: string,
  answer: Promise<HubAnswer<T>>,
): Promise<T> {
  const { status, body, text } = await answer;
  if (status < 300) return body;
  throw new Error(`Setting the scene failed at ${step}: ${status} ${text}`);
}
