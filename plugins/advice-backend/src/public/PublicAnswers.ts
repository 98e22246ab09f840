import type {
  AskerKind,
  InterpreterNeed,
  SafetyAnswer,
} from '@imsa-hub/advice-common';
import type { KnowledgeArea, Nation } from '@imsa-hub/core';

/** What each page of the public form asks, by the page's id. */
export interface PublicAnswers {
  who: AskerKind;
  'sign-in': 'seen';
  nation: Nation;
  age: 'yes' | 'no' | 'not-known';
  children: 'seen';
  'maybe-child': 'seen';
  question: string;
  areas: readonly KnowledgeArea[];
  tonight: SafetyAnswer;
  help: 'seen';
  exploiter: SafetyAnswer;
  removal: SafetyAnswer;
  /** Ids of deadline rules; empty for "none of these". */
  events: readonly string[];
  /** `YYYY-MM-DD` by rule id; further ones by {@link FurtherDate.name}. */
  dates: Readonly<Record<string, string>>;
  'who-can-act': string;
  language: { code: string; interpreter: InterpreterNeed };
  'safe-contact': string;
  service: string;
}

/** Made once at the beginning, so that sending twice asks once. */
export interface PublicKeys {
  requestKey: string;
  receiptCode: string;
}
