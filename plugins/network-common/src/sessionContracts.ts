import { z } from 'zod';

/** Why somebody else's sessions are ended; it stands in the audit trail. */
export const END_SESSIONS_REASONS = [
  'device-lost',
  'account-misused',
  'asked-by-person',
] as const;
export const EndSessionsReasonSchema = z.enum(END_SESSIONS_REASONS);
export type EndSessionsReason = z.infer<typeof EndSessionsReasonSchema>;

export const END_SESSIONS_REASON_NAMES: Readonly<
  Record<EndSessionsReason, string>
> = {
  'device-lost': 'A telephone or computer was lost or stolen',
  'account-misused': 'Somebody else may be signed in as them',
  'asked-by-person': 'They asked for it',
};

/** `POST /people/:personId/sessions/end`. */
export const EndSessionsSchema = z.strictObject({
  reason: EndSessionsReasonSchema,
});
export type EndSessions = z.infer<typeof EndSessionsSchema>;
