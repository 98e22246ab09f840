import {
  checkAnswers,
  type JourneyAnswers,
  type JourneyField,
  type JourneyPage,
} from '@imsa-hub/core';
import type { FieldError } from '@imsa-hub/ui';

/** One of a list: its answers by name. */
export type ListItem = Readonly<Record<string, unknown>>;

/** What a draft holds for one page. */
export function answersOn(
  page: JourneyPage,
  answers: JourneyAnswers,
): JourneyAnswers {
  return pick(page, field => answers[field.name]);
}

/**
 * The answers as they are sent: without fields that were left empty, and
 * without items in which nothing was written.
 */
export function tidied(
  page: JourneyPage,
  answers: JourneyAnswers,
): JourneyAnswers {
  return pick(page, field => {
    const given = answers[field.name];
    if (field.kind !== 'list') return isEmpty(given) ? undefined : given;
    const items = itemsOf(given).map(withoutEmpty).filter(hasSomething);
    return items.length > 0 ? items : undefined;
  });
}

/** What the page itself finds wrong, in the words of the backend. */
export function problemsOn(
  page: JourneyPage,
  answers: JourneyAnswers,
): FieldError[] {
  const { problems } = checkAnswers({
    pages: [{ ...page, showWhen: undefined }],
    answers,
    complete: true,
  });
  return problems.map(({ field, message }) => ({
    field: fieldName(field),
    message,
  }));
}

/** The name of a field in the form, as the backend names it in a refusal. */
export const fieldName = (path: string) => `answers.${path}`;

/** The items of a list, as far as there are any. */
export const itemsOf = (value: unknown): readonly ListItem[] =>
  Array.isArray(value) ? value : [];

/** Whether two sets of answers say the same. */
export const sameAnswers = (one: JourneyAnswers, other: JourneyAnswers) =>
  canonical(one) === canonical(other);

function pick(
  page: JourneyPage,
  valueOf: (field: JourneyField) => unknown,
): JourneyAnswers {
  return Object.fromEntries(
    page.fields.flatMap(field => {
      const value = valueOf(field);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const withoutEmpty = (item: ListItem): ListItem =>
  Object.fromEntries(
    Object.entries(item).filter(([, value]) => !isEmpty(value)),
  );

// An id alone is what was emptied to be taken away.
const hasSomething = (item: ListItem) =>
  Object.keys(item).some(name => name !== 'id');

// By names in order: a draft from the backend need not keep the page's own.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}
