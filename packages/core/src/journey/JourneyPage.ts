import { z } from 'zod';

/**
 * A journey of short pages as data: a server sends it, a page draws it, and a
 * plugin can add to it. Nothing in it is code.
 */

const NameSchema = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,59}$/);
const WordsSchema = z.string().min(1).max(600);

export const JourneyOptionSchema = z.strictObject({
  value: z.string().min(1).max(100),
  label: WordsSchema,
  hint: WordsSchema.optional(),
});
export type JourneyOption = z.infer<typeof JourneyOptionSchema>;

const field = {
  name: NameSchema,
  label: WordsSchema,
  hint: WordsSchema.optional(),
  /** What to say where it is empty; without it the field may stay empty. */
  required: WordsSchema.optional(),
};

/** A field that holds one answer. */
export const SimpleFieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...field,
    kind: z.literal('text'),
    /** Longest text in characters. */
    max: z.int().min(1).max(1_000),
    /** Stored in the clear: what could identify somebody is refused. */
    open: z.boolean().optional(),
    /** What it has to look like, as a regular expression, and how to say so. */
    pattern: z
      .strictObject({ source: z.string().max(200), message: WordsSchema })
      .optional(),
  }),
  z.strictObject({
    ...field,
    kind: z.literal('long-text'),
    max: z.int().min(1).max(20_000),
  }),
  z.strictObject({ ...field, kind: z.literal('date') }),
  z.strictObject({
    ...field,
    kind: z.enum(['choice', 'choices']),
    options: z.array(JourneyOptionSchema).min(1).max(60),
  }),
  z.strictObject({
    ...field,
    /** One of a list that changes: it is asked for by this name. */
    kind: z.literal('one-of'),
    from: z.enum(['organisations', 'events']),
  }),
  z.strictObject({
    ...field,
    /**
     * Further dates that the law asks for of an event, by their ids: which
     * ones is known once the field named here says what happened.
     */
    kind: z.literal('further-dates'),
    of: NameSchema,
  }),
]);
export type SimpleField = z.infer<typeof SimpleFieldSchema>;

/**
 * A field that holds any number of the same small form. Beside its answers an
 * item may hold an `id`: of what is on record already, when that is mended.
 */
export const ListFieldSchema = z.strictObject({
  ...field,
  kind: z.literal('list'),
  /** One of them: "meeting". */
  itemName: WordsSchema,
  max: z.int().min(1).max(50),
  item: z.array(SimpleFieldSchema).min(1).max(6),
});
export type ListField = z.infer<typeof ListFieldSchema>;

export const JourneyFieldSchema = z.union([SimpleFieldSchema, ListFieldSchema]);
export type JourneyField = z.infer<typeof JourneyFieldSchema>;

/** When a page is asked: another field holds one of these values. */
export const JourneyConditionSchema = z.strictObject({
  field: NameSchema,
  anyOf: z.array(z.string()).min(1).max(60),
});

export const JourneyPageSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  title: WordsSchema,
  lead: WordsSchema.optional(),
  fields: z.array(JourneyFieldSchema).min(1).max(8),
  showWhen: JourneyConditionSchema.optional(),
});
export type JourneyPage = z.infer<typeof JourneyPageSchema>;

/** What somebody answered, by field name: text, a list of values, or items. */
export type JourneyAnswers = Readonly<Record<string, unknown>>;
