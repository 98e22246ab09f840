import type { HubAnswer } from '../support/HubClient';

/** These differ between any two answers, and tell nothing of the record. */
const OF_THE_MOMENT = new Set(['date', 'x-request-id']);

/**
 * All that an answer is, but for the number and the moment of the request. Two
 * answers with one print cannot be told apart.
 */
export function answerPrint(answer: HubAnswer): string {
  const number = answer.headers.get('x-request-id');
  const headers = [...answer.headers]
    .filter(([name]) => !OF_THE_MOMENT.has(name))
    .map(([name, value]) => `${name}: ${value}`)
    .sort();
  const text = number ? answer.text.replaceAll(number, 'N') : answer.text;
  return [answer.status, ...headers, '', text].join('\n');
}
