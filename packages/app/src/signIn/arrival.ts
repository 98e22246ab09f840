import { arriveAs, type Arrival } from '@imsa-hub/ui';

const WORDS: Readonly<Record<Arrival, string>> = {
  'signed-in-again':
    'You have signed in again. What you typed is still here: press the button once more.',
  'gave-up': 'You did not sign in again. What you typed is still here.',
};

let arrival: Arrival | undefined;

/** Takes in who arrives in this tab, before any page is drawn for them. */
export function noteArrival(person: string, options: { gaveUp: boolean }) {
  arrival = arriveAs(person, options);
}

/** What to tell them of it, once. */
export function takeArrival(): string | undefined {
  const words = arrival && WORDS[arrival];
  arrival = undefined;
  return words;
}
