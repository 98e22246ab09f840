import { z } from 'zod';
import { DeadlineIdSchema } from '../deadlines';
import { EnteredDateSchema } from '../requests';
import { openText, plainText } from '../text';
import type {
  JourneyAnswers,
  JourneyField,
  JourneyPage,
  SimpleField,
} from './JourneyPage';
import { reachablePages } from './reachablePages';

/** One answer that has to be mended, and the page it is on. */
export interface AnswerProblem {
  page: string;
  /** Path below the answers: `areas`, `encounters[1].date`. */
  field: string;
  message: string;
}

/** What {@link checkAnswers} answers: what to keep and what to mend. */
export interface CheckedAnswers {
  /** Trimmed and bounded; only fields that were given and are well formed. */
  answers: Record<string, unknown>;
  problems: AnswerProblem[];
}

/**
 * Reads answers by their pages. Fields that no page has are a problem, and so
 * is what is missing on a page that has to be answered. Answers of pages that
 * are not reached any more are left out.
 *
 * @param complete - whether what is required must be there; a draft may lack it
 */
export function checkAnswers(options: {
  pages: readonly JourneyPage[];
  answers: JourneyAnswers;
  complete: boolean;
}): CheckedAnswers {
  const { pages, answers, complete } = options;
  const known = new Set(
    pages.flatMap(page => page.fields.map(({ name }) => name)),
  );
  const problems: AnswerProblem[] = Object.keys(answers)
    .filter(name => !known.has(name))
    .map(name => ({
      page: '',
      field: name,
      message: 'This is not asked here',
    }));
  const kept: Record<string, unknown> = {};
  for (const page of reachablePages(pages, answers)) {
    for (const field of page.fields) {
      const given = answers[field.name];
      if (isEmpty(given)) {
        if (complete && field.required) {
          problems.push({
            page: page.id,
            field: field.name,
            message: field.required,
          });
        }
        continue;
      }
      const read = schemaOf(field).safeParse(given);
      if (read.success) {
        kept[field.name] = read.data;
        continue;
      }
      problems.push(
        ...read.error.issues.map(issue => ({
          page: page.id,
          field: pathOf(field.name, issue.path),
          message: issue.message,
        })),
      );
    }
  }
  return { answers: kept, problems };
}

/** What an item of a list is called on the record that it mends. */
const RECORDED_ID = /^[a-z0-9]{1,26}$/i;

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

function schemaOf(field: JourneyField): z.ZodType {
  if (field.kind !== 'list') return simpleSchema(field);
  const shape = Object.fromEntries(
    field.item.map(part => [
      part.name,
      part.required
        ? z
            .unknown()
            .refine(value => !isEmpty(value), part.required)
            .pipe(simpleSchema(part))
        : simpleSchema(part).optional(),
    ]),
  );
  return z
    .array(
      z.strictObject({
        ...shape,
        id: z.string().regex(RECORDED_ID, 'Choose what is there').optional(),
      }),
    )
    .max(field.max, `Give ${field.max} at most`);
}

function simpleSchema(field: SimpleField): z.ZodType {
  switch (field.kind) {
    case 'text': {
      const textOf = field.open ? openText : plainText;
      const text = textOf({ max: field.max, empty: field.required });
      if (!field.pattern) return text;
      return text.pipe(
        z
          .string()
          .regex(new RegExp(field.pattern.source, 'u'), field.pattern.message),
      );
    }
    case 'long-text':
      return plainText({ max: field.max, empty: field.required });
    case 'date':
      return EnteredDateSchema;
    case 'further-dates':
      return z.record(DeadlineIdSchema, EnteredDateSchema);
    case 'choice':
      return z.enum(valuesOf(field.options), 'Choose one of the answers');
    case 'choices':
      return z
        .array(z.enum(valuesOf(field.options), 'Choose from the answers'))
        .max(field.options.length, 'Choose each answer once')
        .refine(values => new Set(values).size === values.length, {
          message: 'Choose each answer once',
        });
    default:
      return z.string().regex(/^[a-z0-9-]{1,80}$/, 'Choose from the list');
  }
}

const valuesOf = (options: readonly { value: string }[]) =>
  options.map(({ value }) => value);

const pathOf = (name: string, path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}.${String(part)}`,
    name,
  );
