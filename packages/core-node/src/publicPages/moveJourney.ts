import { hasUnusableCharacters } from '@imsa-hub/core';
import type { FormValues } from './FormValues';
import type { AnyJourneyPage, Journey } from './Journey';
import type { PageError } from './PageField';
import { PublicPageError } from './PublicPageError';
import { withoutUnusable } from './readForm';
import { pageOf, walkJourney } from './walkJourney';

/** What is carried, sealed, from page to page. */
export interface JourneyState<Answers extends object, Keys> {
  answers: Partial<Answers>;
  /** Made once at the beginning: what makes sending twice harmless. */
  keys: Keys;
  /** Whether check-your-answers was reached: changes lead back to it. */
  reviewing: boolean;
}

/** The page to show next, with what was typed and what is wrong. */
export interface JourneyMove<Answers extends object, Keys> {
  state: JourneyState<Answers, Keys>;
  /** `start` is the page before the journey. */
  page: AnyJourneyPage<Answers> | 'check' | 'start';
  values?: FormValues;
  errors?: readonly PageError[];
  status?: number;
}

interface Posted<Answers extends object, Keys> {
  journey: Journey<Answers>;
  page: AnyJourneyPage<Answers>;
  values: FormValues;
  state: JourneyState<Answers, Keys>;
}

/** Where the journey stands: its first unanswered page, or the check. */
export function moveOnwards<Answers extends object, Keys>(options: {
  journey: Journey<Answers>;
  state: JourneyState<Answers, Keys>;
}): JourneyMove<Answers, Keys> {
  const { journey, state } = options;
  const { pages, complete } = walkJourney({ journey, answers: state.answers });
  const last = pages.at(-1);
  return { state, page: complete || !last ? 'check' : last };
}

/**
 * What follows when a page was posted. A page that is not on the way (another
 * tab, a changed address) leads to where the journey stands.
 *
 * @throws PublicPageError `unreadable` on a button that the page does not have
 */
export function moveFromPage<Answers extends object, Keys>(
  posted: Posted<Answers, Keys>,
): JourneyMove<Answers, Keys> {
  const { journey, page, values, state } = posted;
  const { pages } = walkJourney({ journey, answers: state.answers });
  const index = pages.indexOf(page);
  if (index < 0) return moveOnwards({ journey, state });
  const go = values.one('go');
  if (go === 'back') return moveBack(posted, pages[index - 1]);
  if ((go !== 'continue' && go !== '') || page.ends) {
    throw new PublicPageError({ kind: 'unreadable', status: 400 });
  }
  const taken = take(posted);
  if ('errors' in taken) {
    const { errors } = taken;
    return {
      state,
      page,
      values: withoutUnusable(values),
      errors,
      status: 400,
    };
  }
  const next = page.next(taken.state.answers);
  return state.reviewing || next === undefined
    ? moveOnwards({ journey, state: taken.state })
    : { state: taken.state, page: pageOf(journey, next) };
}

// What was typed before going back is kept where it is right as it stands.
function moveBack<Answers extends object, Keys>(
  posted: Posted<Answers, Keys>,
  before: AnyJourneyPage<Answers> | undefined,
): JourneyMove<Answers, Keys> {
  const { journey, page } = posted;
  const asks = page.fields(posted.state.answers).length > 0;
  const taken = asks ? take(posted) : posted;
  const state = 'errors' in taken ? posted.state : taken.state;
  const { complete } = walkJourney({ journey, answers: state.answers });
  if (state.reviewing && complete) return { state, page: 'check' };
  return { state, page: before ?? 'start' };
}

function take<Answers extends object, Keys>(
  posted: Posted<Answers, Keys>,
): { state: JourneyState<Answers, Keys> } | { errors: readonly PageError[] } {
  const { journey, page, values, state } = posted;
  const broken = brokenField(values);
  if (broken) return { errors: [broken] };
  const taken = page.take(values, state.answers);
  if ('errors' in taken) return taken;
  const answers = journey.reconcile?.(taken.answers) ?? taken.answers;
  return { state: { ...state, answers } };
}

function brokenField(values: FormValues): PageError | undefined {
  const field = values
    .names()
    .find(name => values.all(name).some(hasUnusableCharacters));
  if (field === undefined) return undefined;
  const message =
    'We took out characters that cannot be shown. Check what is left, then continue';
  return { field, message };
}
