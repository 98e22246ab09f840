import type {
  AskerKind,
  InterpreterNeedSchema,
  MailWriting,
  SafetyAnswer,
  SafetyQuestion,
} from '@imsa-hub/advice-common';
import { newId, type KnowledgeArea, type Nation } from '@imsa-hub/core';
import { emptyEvent, type EventDraft } from '@imsa-hub/ui';
import type { z } from 'zod';
import type { ChosenOrganisation } from './OrganisationField';

/** An event as it is being filled in. */
export interface EventLineDraft extends EventDraft {
  /** Keeps its place on the screen while others come and go. */
  key: string;
}

/** The safety answers as they are being given. */
export type SafetyDraft = Record<SafetyQuestion, SafetyAnswer | ''>;

/** The form as it is being filled in; empty text is not chosen yet. */
export interface AskDraft {
  /** Made once, so that asking twice by mistake asks once. */
  requestKey: string;
  /** Of the person it is about. It is sent, and stored nowhere. */
  under18: 'no' | 'not-known' | 'yes' | '';
  question: string;
  nation: Nation | '';
  areas: KnowledgeArea[];
  whoCanAct: string;
  safety: SafetyDraft;
  safeContact: string;
  language: string;
  interpreter: z.infer<typeof InterpreterNeedSchema> | '';
  events: EventLineDraft[];
  organisation: ChosenOrganisation | null;
  /** Only for a logged call or mail. */
  askerKind: AskerKind | '';
  giveReceiptCode: boolean;
  /** Only for a mail: what may be sent to its address. */
  writing: MailWriting;
}

/** An empty event line. */
export function emptyLine(): EventLineDraft {
  return { key: newId(), ...emptyEvent };
}

/** The lines on which something was entered. */
export function withoutEmptyLines<T extends EventDraft>(
  events: readonly T[],
): T[] {
  return events.filter(({ ruleId, date }) => ruleId || date);
}

/** An empty form with a request key of its own. */
export function emptyAsk(): AskDraft {
  return {
    requestKey: newId(),
    under18: '',
    question: '',
    nation: '',
    areas: [],
    whoCanAct: '',
    safety: {
      'nowhere-safe-tonight': '',
      'contact-with-exploiter': '',
      'removal-eviction-or-detention': '',
    },
    safeContact: '',
    language: 'en',
    interpreter: '',
    events: [],
    organisation: null,
    askerKind: '',
    giveReceiptCode: false,
    writing: 'no',
  };
}
