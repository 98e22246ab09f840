import type { ConsolePage } from '../ConsolePage';

/** What is done on each page of the journey, by the page's id. */
export type PageAnswers = Readonly<
  Record<string, (person: ConsolePage) => Promise<void>>
>;

/** The last page of the journey. */
export const CHECK = 'check-your-answers';

/** So many days ago, as `YYYY-MM-DD`. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

const pageOf = (address: string) => new URL(address).pathname.split('/').at(-1);

/** The usual answers, with what differs from them. */
export function usualAnswers(input: {
  caseReference: string;
  /** What the survivor chose; the other texts begin with it. */
  choice: string;
  /** The organisation it is about, by name. */
  organisation?: string;
}): PageAnswers {
  const { caseReference, choice, organisation } = input;
  const fill = (label: RegExp, text: string) => (person: ConsolePage) =>
    person.field(label).fill(text);
  const choose = (group: string, name: string) => (person: ConsolePage) =>
    person.choice(group, name).check();
  return {
    reference: fill(/^Case reference/, caseReference),
    async place(person) {
      await person.choice('Nation', 'England').check();
      await person.field(/^Part of the country/).selectOption('London');
    },
    areas: choose('Knowledge areas', 'Housing rights'),
    ask: fill(/^What you ask/, `${choice} How can the decision be answered?`),
    options: fill(/^Options that/, `${choice} A review, or leaving it.`),
    choice: fill(/^What the survivor/, choice),
    'safety-plan': fill(/^Safety plan/, 'Calls go through the support line.'),
    consent: choose('Agreement to discuss the case', 'Yes, they agree'),
    async meetings(person) {
      await person.fillDate('Date', daysAgo(3));
      await person.choice('Interpreter', 'An interpreter was used').check();
    },
    nrm: choose('Decision', 'Has been referred already'),
    async organisation(person) {
      if (!organisation) return;
      await person.field(/^Organisation/).selectOption({ label: organisation });
    },
    tier: choose('Tier', 'Full advocacy'),
  };
}

/**
 * Answers page after page until one is reached. A page without an answer of
 * its own is gone past as it is.
 */
export async function answerPages(input: {
  person: ConsolePage;
  answers: PageAnswers;
  until: string;
  /** Looks at each page before it is left. */
  isLookedAt?: boolean;
}): Promise<void> {
  const { person, answers, until, isLookedAt } = input;
  for (;;) {
    const page = pageOf(person.page.url()) ?? '';
    if (page === until) return;
    await answers[page]?.(person);
    if (isLookedAt) await person.look(`raise: ${page}`);
    await person.button('Save and continue').click();
    await person.page.waitForURL(address => pageOf(address.href) !== page);
  }
}

/** Brings the draft that is being checked to the Hub; where it is now. */
export async function bringIt(
  person: ConsolePage,
  button = 'Bring it to the Hub',
): Promise<{ id: string; reference: string }> {
  await person.button(button).click();
  const link = person.link(/^Open ESC-/);
  const reference = (await link.innerText()).replace('Open ', '').trim();
  const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  return { id, reference };
}

/** Begins a draft, and waits for its first page. */
export async function beginDraft(person: ConsolePage): Promise<string> {
  await person.button('Begin').click();
  await person.page.waitForURL(/\/cases\/drafts\/[0-9a-z]{26}\/./);
  return person.page.url().split('/').at(-2) ?? '';
}
