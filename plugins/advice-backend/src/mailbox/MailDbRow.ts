import type { MailCategory, MailStatus } from '@imsa-hub/advice-common';
import type { Reading } from '@imsa-hub/core-node';

/** A row of `advice.mailbox_mail`. */
export interface MailDbRow {
  id: string;
  fingerprint: string;
  version: number;
  status: MailStatus;
  received_at: Date;
  automatic: boolean;
  answerable: boolean;
  cut: boolean;
  attachment_count: number;
  sender_fingerprint: string | null;
  named_organisation_ids: string[];
  handled_by: string | null;
  handled_at: Date | null;
  category: MailCategory | null;
  /** The query that it became, or of which it is or was taken for a duplicate. */
  query_id: string | null;
  may_write: boolean;
  demo: boolean;
  sealed_sender: string | null;
  sealed_subject: string | null;
  sealed_text: string | null;
  sealed_attachments: string | null;
  sealed_reason: string | null;
}

/** The columns that hold content, each sealed. */
export const SEALED_MAIL_COLUMNS = [
  'sealed_sender',
  'sealed_subject',
  'sealed_text',
  'sealed_attachments',
  'sealed_reason',
] as const;
export type SealedMailColumn = (typeof SEALED_MAIL_COLUMNS)[number];

/** The subject under which a mail stands in the ledger. */
export const mailSubjectOf = (mailId: string) => `advice-mail:${mailId}`;

/** What seeing a mail is in the ledger. */
export const mailReadingOf = (mailId: string): Reading => ({
  type: 'advice.mail-read',
  subject: mailSubjectOf(mailId),
});
