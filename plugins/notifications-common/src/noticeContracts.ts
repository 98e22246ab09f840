import { IdSchema } from '@imsa-hub/core';
import { z } from 'zod';

/** The most notices one page holds. */
export const LARGEST_NOTICES_PAGE = 50;

/** The count stops here: above it, the console shows "99+". */
export const LARGEST_UNREAD_COUNT = 99;

/** One notice. It says that there is something and on which record, never what. */
export const NoticeSchema = z.object({
  id: IdSchema,
  /** What happened, as a code: `advice.assigned`. */
  kind: z.string(),
  /** The same in words, content-free: "A query was given to you". */
  text: z.string(),
  /** Which record it is about, by its reference; nothing where it has none. */
  about: z.string().nullable(),
  /** Where to look, inside the console. */
  path: z.string(),
  /** When it happened: ISO instant. */
  at: z.iso.datetime(),
  /** When this person read it: ISO instant, or not yet. */
  readAt: z.iso.datetime().nullable(),
});
export type Notice = z.infer<typeof NoticeSchema>;

/** Query of `GET /notices`. */
export const ListNoticesQuerySchema = z.strictObject({
  /** `nextCursor` of the page before. */
  cursor: IdSchema.optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LARGEST_NOTICES_PAGE)
    .default(LARGEST_NOTICES_PAGE),
  /** `only`: leaves out what has been read. */
  unread: z.literal('only').optional(),
});
export type ListNoticesQuery = z.infer<typeof ListNoticesQuerySchema>;

/**
 * Answer of `GET /notices`, newest first. A page can be short and still have a
 * `nextCursor`; the list ends where there is none.
 */
export const NoticesPageSchema = z.object({
  notices: z.array(NoticeSchema).max(LARGEST_NOTICES_PAGE),
  nextCursor: z.string().nullable(),
});
export type NoticesPage = z.infer<typeof NoticesPageSchema>;

/** Answer of `GET /notices/unread-count`. */
export const UnreadCountSchema = z.object({
  /** How many, up to {@link LARGEST_UNREAD_COUNT}. */
  count: z.number().int().min(0).max(LARGEST_UNREAD_COUNT),
  /** As shown: `0` to `99`, or `99+`. */
  text: z.string(),
});
export type UnreadCount = z.infer<typeof UnreadCountSchema>;

/** Path of `POST /notices/:noticeId/read`. */
export const NoticeParamsSchema = z.strictObject({ noticeId: IdSchema });
export type NoticeParams = z.infer<typeof NoticeParamsSchema>;

/** Body of `POST /notices/read-all`: what arrived after `upTo` stays unread. */
export const ReadAllSchema = z.strictObject({
  /** Id of the newest notice that the person was shown. */
  upTo: IdSchema,
});
export type ReadAll = z.infer<typeof ReadAllSchema>;

/** Answer of `POST /notices/read-all`. */
export const ReadAllResultSchema = z.object({
  /** How many were unread before. */
  read: z.number().int().min(0),
});
export type ReadAllResult = z.infer<typeof ReadAllResultSchema>;
