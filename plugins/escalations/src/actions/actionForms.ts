import type { ComponentType } from 'react';
import type { EscalationAction } from '@imsa-hub/escalations-common';
import { AnswerRequestForm } from './AnswerRequestForm';
import { AskOpinionForm } from './AskOpinionForm';
import type { CaseFormProps } from './CaseFormProps';
import { ChangeFactForm } from './ChangeFactForm';
import { CheckSafetyForm } from './CheckSafetyForm';
import { CloseForm } from './CloseForm';
import { CompleteHandoverForm } from './CompleteHandoverForm';
import { ConsentForm } from './ConsentForm';
import { CorrectEventForm } from './CorrectEventForm';
import { DecideSpendForm } from './DecideSpendForm';
import { EncounterForm } from './EncounterForm';
import { EventForm } from './EventForm';
import { GiveOpinionForm } from './GiveOpinionForm';
import { LegalRequestForm } from './LegalRequestForm';
import { NoteForm } from './NoteForm';
import { OrganisationForm } from './OrganisationForm';
import * as plain from './plainForms';
import { ProposeSpendForm } from './ProposeSpendForm';
import { RaiseLevelForm } from './RaiseLevelForm';
import { RecuseForm } from './RecuseForm';
import { SettleTaskForm } from './SettleTaskForm';
import { StatementForm } from './StatementForm';
import { TaskForm } from './TaskForm';
import { WaitForm } from './WaitForm';

/**
 * Actions that have no form beside the record: raising is a journey of its
 * own, documents and files have their sections.
 */
export type ElsewhereAction = 'submit' | 'write-document' | 'upload';

/** The form of each action. */
export const ACTION_FORMS: Readonly<
  Record<
    Exclude<EscalationAction, ElsewhereAction>,
    ComponentType<CaseFormProps>
  >
> = {
  accept: plain.AcceptForm,
  return: plain.ReturnForm,
  withdraw: plain.WithdrawForm,
  assign: plain.AssignForm,
  refer: plain.ReferForm,
  transfer: plain.TransferForm,
  'raise-level': RaiseLevelForm,
  'lower-level': plain.LowerLevelForm,
  start: plain.StartForm,
  wait: WaitForm,
  resume: plain.ResumeForm,
  resolve: plain.ResolveForm,
  close: CloseForm,
  reopen: plain.ReopenForm,
  recuse: RecuseForm,
  note: NoteForm,
  'change-fact': ChangeFactForm,
  'set-organisation': OrganisationForm,
  'record-consent': ConsentForm,
  'override-consent': plain.OverrideConsentForm,
  'record-choice': StatementForm,
  'add-event': EventForm,
  'correct-event': CorrectEventForm,
  'add-encounter': EncounterForm,
  'add-request': LegalRequestForm,
  'answer-request': AnswerRequestForm,
  'add-task': TaskForm,
  'settle-task': SettleTaskForm,
  'ask-opinion': AskOpinionForm,
  'give-opinion': GiveOpinionForm,
  'offer-handover': plain.OfferHandoverForm,
  'accept-handover': plain.AcceptHandoverForm,
  'complete-handover': CompleteHandoverForm,
  'cancel-handover': plain.CancelHandoverForm,
  'propose-spend': ProposeSpendForm,
  'decide-spend': DecideSpendForm,
  'check-safety': CheckSafetyForm,
};
