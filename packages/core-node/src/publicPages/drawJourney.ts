import { errorLines, fieldView } from './fieldView';
import type { FormValues } from './FormValues';
import type { AnyJourneyPage, Journey, PageInsert } from './Journey';
import type { PageError } from './PageField';
import type { PublicPage } from './PublicPages';
import { walkJourney } from './walkJourney';

/** The last page before sending. */
export interface CheckPage<Answers extends object> {
  title: string;
  lead: readonly string[];
  sendLabel: string;
  /** What else to show: limits, what the confidentiality guard noticed. */
  insert(answers: Partial<Answers>): PageInsert | undefined;
  /** The answers without what the guard noticed; behind `go=tidy`. */
  tidy(answers: Partial<Answers>): Partial<Answers>;
}

interface Common<Answers extends object> {
  base: string;
  answers: Partial<Answers>;
  sealed: string;
  errors: readonly PageError[];
  status: number;
}

/** A question's page. */
export function drawQuestion<Answers extends object>(
  input: Common<Answers> & {
    page: AnyJourneyPage<Answers>;
    values: FormValues;
  },
): PublicPage {
  const { page, answers, values, errors } = input;
  const fields = page.fields(answers);
  const lead = page.lead(answers);
  const insert = page.insert(answers);
  const headingInField = fields.length === 1 && lead.length === 0;
  return {
    template: 'question',
    title: page.title(answers),
    status: input.status,
    hasErrors: errors.length > 0,
    view: {
      action: `${input.base}${page.path}`,
      sealed: input.sealed,
      back: true,
      errorLines: errorLines(fields, errors),
      headingInField,
      lead,
      fields: fields.map(field =>
        fieldView({ field, values, errors, asHeading: headingInField }),
      ),
      insertPartial: insert?.partial ?? null,
      insert: insert?.view ?? {},
      continueLabel: page.ends ? null : page.continueLabel,
    },
  };
}

/** Check-your-answers, derived from the pages on the way. */
export function drawCheck<Answers extends object>(
  input: Common<Answers> & {
    journey: Journey<Answers>;
    check: CheckPage<Answers>;
  },
): PublicPage {
  const { journey, answers, check, errors } = input;
  const { pages } = walkJourney({ journey, answers });
  const insert = check.insert(answers);
  return {
    template: 'check',
    title: check.title,
    status: input.status,
    hasErrors: errors.length > 0,
    view: {
      action: `${input.base}/check`,
      sealed: input.sealed,
      back: true,
      errorLines: errorLines([], errors),
      lead: check.lead,
      rows: pages.flatMap(page =>
        page.rows(answers).map(row => ({ ...row, page: page.id })),
      ),
      insertPartial: insert?.partial ?? null,
      insert: insert?.view ?? {},
      sendLabel: check.sendLabel,
    },
  };
}
