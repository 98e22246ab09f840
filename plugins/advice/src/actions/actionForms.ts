import type { ComponentType } from 'react';
import type { QueryAction } from '@imsa-hub/advice-common';
import type { ActionFormProps } from './ActionFormProps';
import { AddEventForm } from './AddEventForm';
import { ApproveForm } from './ApproveForm';
import { AskAskerForm } from './AskAskerForm';
import { AssignForm } from './AssignForm';
import { ChangeSafetyForm } from './ChangeSafetyForm';
import { CloseForm } from './CloseForm';
import { CorrectEventForm } from './CorrectEventForm';
import { FollowUpForm } from './FollowUpForm';
import { HandOverForm } from './HandOverForm';
import { LinkForm } from './LinkForm';
import { MergeForm } from './MergeForm';
import { NoteForm } from './NoteForm';
import { RecuseForm } from './RecuseForm';
import { ReopenForm } from './ReopenForm';
import { RestartClockForm } from './RestartClockForm';
import { ReturnForm } from './ReturnForm';
import { SecondOpinionForm } from './SecondOpinionForm';
import { SecondReaderForm } from './SecondReaderForm';
import { SendForm } from './SendForm';
import { StopClockForm } from './StopClockForm';
import { TriageForm } from './TriageForm';

/**
 * The form of each action. `claim` needs none, `draft` is written in the page
 * and `feedback` is asked beneath the reply.
 */
export const ACTION_FORMS: Readonly<
  Partial<Record<QueryAction, ComponentType<ActionFormProps>>>
> = {
  triage: TriageForm,
  assign: AssignForm,
  'hand-over': HandOverForm,
  recuse: RecuseForm,
  'ask-second-reader': SecondReaderForm,
  approve: ApproveForm,
  return: ReturnForm,
  send: SendForm,
  'ask-asker': AskAskerForm,
  'stop-clock': StopClockForm,
  'restart-clock': RestartClockForm,
  'follow-up': FollowUpForm,
  'second-opinion': SecondOpinionForm,
  'add-event': AddEventForm,
  'correct-event': CorrectEventForm,
  'change-safety': ChangeSafetyForm,
  note: NoteForm,
  link: LinkForm,
  merge: MergeForm,
  close: CloseForm,
  reopen: ReopenForm,
};
