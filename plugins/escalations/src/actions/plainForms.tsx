import { giveTo } from './giveTo';
import { justDo } from './justDo';
import { reasonOnly } from './reasonOnly';

/** Forms of actions that ask for nothing but to be done. */
export const AcceptForm = justDo({
  action: 'accept',
  title: 'Accept this case',
  lead: 'You handle it at the Hub from now on. The IMSA who brought it is told.',
  submitLabel: 'Accept it',
  doneMessage: 'The case is accepted; you handle it',
});
export const StartForm = justDo({
  action: 'start',
  title: 'Start work on this case',
  lead: 'It is shown as in progress from now on.',
  submitLabel: 'Start work',
  doneMessage: 'Work on the case has started',
});
export const AcceptHandoverForm = justDo({
  action: 'accept-handover',
  title: 'Agree to take over',
  lead: 'You become the lead IMSA when the handover is completed: once the survivor has agreed to you. Until then both of you have access.',
  submitLabel: 'Agree to take over',
  doneMessage: 'You agreed to take over',
});

/** Forms of actions that ask for a reason. */
export const ReturnForm = reasonOnly({
  action: 'return',
  title: 'Return this case to the IMSA',
  lead: 'They can mend what is missing and bring it again. Nothing is lost.',
  label: 'What is missing, or why does it not belong here?',
  hint: 'The IMSA reads this.',
  submitLabel: 'Return it',
  doneMessage: 'The case is returned to the IMSA',
});
export const WithdrawForm = reasonOnly({
  action: 'withdraw',
  title: 'Withdraw this case',
  lead: 'The Hub stops working on it. It can be opened again.',
  label: 'Why is it withdrawn?',
  submitLabel: 'Withdraw it',
  doneMessage: 'The case is withdrawn',
  destructive: true,
});
export const ResumeForm = reasonOnly({
  action: 'resume',
  title: 'Go on with this case',
  label: 'Why does it go on?',
  submitLabel: 'Go on with it',
  doneMessage: 'The case goes on',
});
export const ResolveForm = reasonOnly({
  action: 'resolve',
  title: 'Resolve this case',
  lead: 'What was asked of the Hub is done. It is closed afterwards, with what came of each area.',
  label: 'What was reached?',
  submitLabel: 'Resolve it',
  doneMessage: 'The case is resolved',
});
export const ReopenForm = reasonOnly({
  action: 'reopen',
  title: 'Open this case again',
  label: 'Why is it opened again?',
  submitLabel: 'Open it again',
  doneMessage: 'The case is open again',
});
export const LowerLevelForm = reasonOnly({
  action: 'lower-level',
  title: 'Take it a level down',
  lead: 'It is decided one level lower from now on. Who has a part in it keeps it.',
  label: 'Why can it be decided there?',
  submitLabel: 'Take it down',
  doneMessage: 'The case is one level down',
});
export const OverrideConsentForm = reasonOnly({
  action: 'override-consent',
  title: 'Decide that it goes on without agreement',
  lead: 'Only for a serious reason, such as a risk to life. Until the survivor says otherwise it can be shared at the Hub again.',
  label: 'Why does it have to go on all the same?',
  hint: 'The reason stands in the case for as long as it is kept.',
  submitLabel: 'Decide that it goes on',
  doneMessage: 'It goes on without the survivor’s agreement',
  destructive: true,
});
export const CancelHandoverForm = reasonOnly({
  action: 'cancel-handover',
  title: 'Cancel the handover',
  lead: 'The lead IMSA stays. The other loses the access that came with the handover.',
  label: 'Why is it cancelled?',
  submitLabel: 'Cancel the handover',
  doneMessage: 'The handover is cancelled',
});

/** Forms of actions that give it to somebody. */
export const AssignForm = giveTo({
  action: 'assign',
  title: 'Assign this case',
  lead: 'They handle it at the Hub from now on. Whoever handled it before does so no more, and keeps their tasks and any other part in it.',
  personLabel: 'Who should handle it?',
  reasonLabel: 'Why them?',
  from: ({ handlers }) => handlers,
  without: ({ handler, raisedBy, lead }) => [
    handler?.id,
    raisedBy.id,
    lead?.id,
  ],
  submitLabel: 'Assign it',
  doneMessage: 'The case is assigned',
});
export const ReferForm = giveTo({
  action: 'refer',
  title: 'Refer this case to somebody',
  lead: 'They get access and can work on it. You keep yours, and who handles it stays the same.',
  personLabel: 'Who should be brought in?',
  reasonLabel: 'What for?',
  from: ({ handlers, imsas }) => [...handlers, ...imsas],
  without: ({ access }, me) => [me, ...access.map(({ person }) => person.id)],
  submitLabel: 'Refer it',
  doneMessage: 'The case is referred; you keep it',
});
export const TransferForm = giveTo({
  action: 'transfer',
  title: 'Transfer this case',
  lead: 'They handle it from now on, and you give it up: every part you have in it ends, and your open tasks go to them. You see it only as far as everybody at the desk does.',
  personLabel: 'Who takes it?',
  reasonLabel: 'Why, and what should they know?',
  from: ({ handlers }) => handlers,
  without: ({ raisedBy, lead }, me) => [me, raisedBy.id, lead?.id],
  givesUp: true,
  submitLabel: 'Transfer it',
  doneMessage: 'The case is transferred',
});
export const OfferHandoverForm = giveTo({
  action: 'offer-handover',
  title: 'Hand over to another lead IMSA',
  lead: 'Both of you have access until the handover is completed. It is completed only when the survivor has agreed.',
  personLabel: 'Who should take over?',
  reasonLabel: 'Why, and what should they know?',
  from: ({ imsas }) => imsas,
  without: ({ lead, handler }) => [lead?.id, handler?.id],
  submitLabel: 'Ask them to take over',
  doneMessage: 'They were asked to take over',
});
