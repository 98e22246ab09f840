import type { RetentionAction, RetentionStep } from '@imsa-hub/core';
import type { ActionFormWords } from '../actions/RecordActionFrame';

/** What one decision about retention says and asks. */
export interface RetentionWords extends ActionFormWords {
  /** On its button. */
  label: string;
  /** Of the field for the reason. */
  why: string;
  /** It ends the content, or leads to that: the reference is typed. */
  isDestruction: boolean;
}

const GONE =
  'Everything that was written in it can never be read again, not even from a backup. The figures stay, and so does your reason.';

/** Words of each decision, in the order of their buttons. */
export const RETENTION_WORDS: Readonly<
  Record<RetentionAction, RetentionWords>
> = {
  hold: {
    label: 'Put on hold',
    title: 'Put it on hold',
    lead: 'It is kept beyond the end of its retention, until somebody ends the hold.',
    why: 'Why must it be kept longer?',
    submitLabel: 'Put on hold',
    doneMessage: 'It is on hold',
    isDestruction: false,
  },
  release: {
    label: 'End the hold',
    title: 'End the hold',
    lead: 'Its retention counts again. If that is over, a new review begins before anything is destroyed.',
    why: 'Why does it not have to be kept longer?',
    submitLabel: 'End the hold',
    doneMessage: 'The hold has ended',
    isDestruction: false,
  },
  'ask-destruction': {
    label: 'Ask to destroy it early',
    title: 'Ask that its content is destroyed before its time',
    lead: `Its retention is not over, so somebody else has to confirm. ${GONE}`,
    why: 'Why should it be destroyed now?',
    submitLabel: 'Ask for a second person',
    doneMessage: 'Asked. Somebody else has to confirm it',
    isDestruction: true,
  },
  'confirm-destruction': {
    label: 'Confirm the destruction',
    title: 'Confirm, as the second person, that its content is destroyed',
    lead: GONE,
    why: 'Why do you agree?',
    submitLabel: 'Destroy the content',
    doneMessage: 'The content was destroyed',
    isDestruction: true,
  },
  destroy: {
    label: 'Destroy the content',
    title: 'Destroy its content',
    lead: GONE,
    why: 'Why is it destroyed now?',
    submitLabel: 'Destroy the content',
    doneMessage: 'The content was destroyed',
    isDestruction: true,
  },
};

/** What was decided, in the past tense. */
export const RETENTION_STEP_WORDS: Readonly<
  Record<RetentionStep['step'], string>
> = {
  held: 'Put on hold',
  released: 'Ended the hold',
  asked: 'Asked that it is destroyed before its time',
  destroyed: 'Destroyed the content',
};
