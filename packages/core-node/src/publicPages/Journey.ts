import { FormValues } from './FormValues';
import type { PageError, PageField } from './PageField';

/** A line of check-your-answers. */
export interface AnswerRow {
  label: string;
  value: string;
}

/** What a page makes of what was posted to it. */
export type ReadAnswer<Answer> =
  { answer: Answer } | { errors: readonly PageError[] };

/** A drawn piece that is not a field: contacts, a warning. */
export interface PageInsert {
  partial: string;
  view: object;
}

/** One small page of a journey, asking one thing. */
export interface JourneyPage<
  Answers extends object,
  Id extends keyof Answers & string,
> {
  id: Id;
  /** Under the journey's address: `/nation`. */
  path: string;
  title(answers: Partial<Answers>): string;
  /** Paragraphs between heading and fields. */
  lead?(answers: Partial<Answers>): readonly string[];
  fields(answers: Partial<Answers>): readonly PageField[];
  insert?(answers: Partial<Answers>): PageInsert | undefined;
  /** Reads and checks what was posted. */
  read(
    values: FormValues,
    answers: Partial<Answers>,
  ): ReadAnswer<NonNullable<Answers[Id]>>;
  /** The form as it was when this answer was given. */
  values(answer: NonNullable<Answers[Id]>): FormValues;
  /** The page after this one; `undefined` goes to check-your-answers. */
  next(answers: Partial<Answers>): (keyof Answers & string) | undefined;
  /** Lines for check-your-answers; none for pages that only tell. */
  answer?(
    answer: NonNullable<Answers[Id]>,
    answers: Partial<Answers>,
  ): readonly AnswerRow[];
  /** The journey stops here: no button to go on. */
  ends?: boolean;
  continueLabel?: string;
}

/** A page whose answer's type is known only to itself. */
export interface AnyJourneyPage<Answers extends object> {
  id: keyof Answers & string;
  path: string;
  title(answers: Partial<Answers>): string;
  lead(answers: Partial<Answers>): readonly string[];
  fields(answers: Partial<Answers>): readonly PageField[];
  insert(answers: Partial<Answers>): PageInsert | undefined;
  /** The answers with this page's, or what is wrong. */
  take(
    values: FormValues,
    answers: Partial<Answers>,
  ): { answers: Partial<Answers> } | { errors: readonly PageError[] };
  /** The form as answered, or an empty one. */
  filled(answers: Partial<Answers>): FormValues;
  next(answers: Partial<Answers>): (keyof Answers & string) | undefined;
  rows(answers: Partial<Answers>): readonly AnswerRow[];
  ends: boolean;
  continueLabel: string;
}

/** A journey: small pages, the first of them first. */
export interface Journey<Answers extends object> {
  first: keyof Answers & string;
  pages: readonly AnyJourneyPage<Answers>[];
  /** Drops answers that no longer fit a changed one (another nation). */
  reconcile?(answers: Partial<Answers>): Partial<Answers>;
}

/**
 * Helps to state the pages of one journey: `definePage` is bound to the type
 * of its answers, and keeps each answer's type within its page.
 */
export function journeyOf<Answers extends object>() {
  return {
    definePage<Id extends keyof Answers & string>(
      page: JourneyPage<Answers, Id>,
    ): AnyJourneyPage<Answers> {
      const answerOf = (answers: Partial<Answers>) =>
        answers[page.id] ?? undefined;
      return {
        id: page.id,
        path: page.path,
        title: page.title,
        lead: answers => page.lead?.(answers) ?? [],
        fields: page.fields,
        insert: answers => page.insert?.(answers),
        take(values, answers) {
          const result = page.read(values, answers);
          if ('errors' in result) return result;
          return { answers: { ...answers, [page.id]: result.answer } };
        },
        filled(answers) {
          const answer = answerOf(answers);
          if (answer === undefined) return new FormValues();
          return page.values(answer as NonNullable<Answers[Id]>);
        },
        next: page.next,
        rows(answers) {
          const answer = answerOf(answers);
          if (answer === undefined || !page.answer) return [];
          return page.answer(answer as NonNullable<Answers[Id]>, answers);
        },
        ends: page.ends ?? false,
        continueLabel: page.continueLabel ?? 'Continue',
      };
    },
  };
}
