import type { AskDraft } from './askDraft';

/** What each part of the form is given. */
export interface AskFieldsProps {
  draft: AskDraft;
  change(part: Partial<AskDraft>): void;
  /** Somebody rang, and Hub staff write it down. */
  isCall: boolean;
}
