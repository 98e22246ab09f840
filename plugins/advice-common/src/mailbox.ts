import {
  CursorSchema,
  IdSchema,
  MarksSchema,
  plainText,
  REASON_TEXT,
  VersionSchema,
} from '@imsa-hub/core';
import { z } from 'zod';
import { LogCallRequestSchema } from './requests';
import { NamedPersonSchema } from './responses';

/** Where a mail of the advice mailbox stands. */
export const MAIL_STATUSES = [
  'waiting',
  'logged',
  'set-aside',
  'destroyed',
] as const;
export const MailStatusSchema = z.enum(MAIL_STATUSES);
export type MailStatus = z.infer<typeof MailStatusSchema>;

/** Why a mail is not logged. */
export const MAIL_CATEGORIES = ['spam', 'not-for-us', 'duplicate'] as const;
export const MailCategorySchema = z.enum(MAIL_CATEGORIES);
export type MailCategory = z.infer<typeof MailCategorySchema>;

export const MAIL_CATEGORY_NAMES: Readonly<Record<MailCategory, string>> = {
  spam: 'Spam',
  'not-for-us': 'Not for us',
  duplicate: 'Already asked in another query',
};

/** What may be sent to the address of somebody who wrote; never content. */
export const MAIL_WRITINGS = ['no', 'without-code', 'with-code'] as const;
export const MailWritingSchema = z.enum(MAIL_WRITINGS);
export type MailWriting = z.infer<typeof MailWritingSchema>;

/** A mail logged as a query: a logged call, and what may be sent back. */
export const LogMailRequestSchema = LogCallRequestSchema.extend({
  version: VersionSchema,
  /** Any mail to them leads to a reply that only a receipt code opens. */
  writing: MailWritingSchema.default('no'),
});
export type LogMailRequest = z.infer<typeof LogMailRequestSchema>;

export const SetMailAsideRequestSchema = z.strictObject({
  version: VersionSchema,
  category: MailCategorySchema,
  reason: plainText({ max: REASON_TEXT, empty: 'Say why' }),
  /** The query in which it was asked already; for `duplicate`. */
  duplicateOfId: IdSchema.nullable().default(null),
});
export type SetMailAsideRequest = z.infer<typeof SetMailAsideRequestSchema>;

export const PutMailBackRequestSchema = z.strictObject({
  version: VersionSchema,
});

export const MailIdSchema = z.strictObject({ mailId: IdSchema });

export const MAIL_VIEWS = ['waiting', 'set-aside'] as const;
export const MailViewSchema = z.enum(MAIL_VIEWS);
export type MailView = z.infer<typeof MailViewSchema>;

export const MailListRequestSchema = z.strictObject({
  view: MailViewSchema.default('waiting'),
  /** Where the last page ended. */
  cursor: CursorSchema.optional(),
});
export type MailListRequest = z.infer<typeof MailListRequestSchema>;

export const MailActionSchema = z.enum([
  'log',
  'set-aside',
  'put-back',
  'stop-writing',
]);
export type MailAction = z.infer<typeof MailActionSchema>;

/** A row of the list of mails. No content, no address. */
export const MailRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  status: MailStatusSchema,
  receivedAt: z.string(),
  /** Written by a program: a bounce, a list, an absence note. */
  automatic: z.boolean(),
  attachmentCount: z.number(),
  handledBy: NamedPersonSchema.nullable(),
  handledAt: z.string().nullable(),
  category: MailCategorySchema.nullable(),
  /** The query that it became, or that asked it already. */
  query: z.object({ id: z.string(), reference: z.string() }).nullable(),
  /** Day on which its content is destroyed, as YYYY-MM-DD; if it was set aside. */
  destroyOn: z.string().nullable(),
  allowedActions: z.array(MailActionSchema),
});
export type MailRow = z.infer<typeof MailRowSchema>;

export const MailListResponseSchema = z.object({
  rows: z.array(MailRowSchema),
  /** Hand this back for the next page; absent on the last. */
  next: z.string().nullable(),
  /** Whether mail can come in at all. */
  connected: z.boolean(),
});
export type MailListResponse = z.infer<typeof MailListResponseSchema>;

/** One mail, opened. What it says of its sender proves nothing. */
export const MailRecordSchema = MailRowSchema.extend({
  sender: z.object({ address: z.string(), name: z.string() }).nullable(),
  subject: z.string(),
  text: z.string(),
  /** The text was longer than is kept. */
  cut: z.boolean(),
  /** Names of attachments. They are not kept themselves. */
  attachments: z.array(z.string()),
  /** Whether a mail could be sent to its address at all. */
  answerable: z.boolean(),
  reason: z.string().nullable(),
  /** Organisations of the register that it names. */
  namedOrganisations: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What the confidentiality guard marked, by kind. */
  marked: MarksSchema,
  reasonMarked: MarksSchema.optional(),
});
export type MailRecord = z.infer<typeof MailRecordSchema>;

export const NOTE_OUTCOMES = [
  'sent',
  'given-up',
  'not-wanted',
  'too-many',
] as const;
export const NoteOutcomeSchema = z.enum(NOTE_OUTCOMES);

/** What was sent to somebody whose query came by mail. No content. */
export const MailOfQuerySchema = z.object({
  mailId: z.string(),
  mayWrite: z.boolean(),
  notes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['arrived', 'to-read']),
      madeAt: z.string(),
      /** Absent while it is on its way. */
      outcome: NoteOutcomeSchema.nullable(),
    }),
  ),
  allowedActions: z.array(MailActionSchema),
});
export type MailOfQuery = z.infer<typeof MailOfQuerySchema>;
