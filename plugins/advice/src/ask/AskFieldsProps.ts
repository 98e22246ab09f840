import type { AskDraft } from './askDraft';
import type { AskWay } from './askWords';

/** What each part of the form is given. */
export interface AskFieldsProps {
  draft: AskDraft;
  change(part: Partial<AskDraft>): void;
  /** By which way the question came. */
  way: AskWay;
}
