import {
  ERASURE_REASON_NAMES,
  EXPORT_REASON_NAMES,
  HOLD_REASON_NAMES,
  SubjectAccessStateSchema,
  SubjectAnswerSchema,
  type PersonRecord,
  type SubjectAccessState,
  type SubjectAnswer,
} from '@imsa-hub/network-common';
import { ConfirmDialog, useHubMutation, useToast } from '@imsa-hub/ui';
import { apiPaths } from '../shared/paths';

/** What can be done about what is held on somebody. */
export type SubjectStep = SubjectAccessState['allowedActions'][number];

/** Each step asks first, and says what it does. */
export function SubjectDialogs(props: {
  step: SubjectStep;
  person: PersonRecord;
  onExport(answer: SubjectAnswer): void;
  onClose(): void;
}) {
  const { step, person, onExport, onClose } = props;
  const toast = useToast();
  const invalidates = [['network', 'subject-access', person.id]];
  const done = (message: string) => () => {
    toast({ message });
    onClose();
  };
  const withReason = (reason: string) => ({ reason });
  const makeExport = useHubMutation({
    path: apiPaths.subjectAccess(person.id),
    body: withReason,
    schema: SubjectAnswerSchema,
    onSuccess: (answer: SubjectAnswer) => {
      onExport(answer);
      onClose();
    },
  });
  const placeHold = useHubMutation({
    path: apiPaths.hold(person.id),
    body: withReason,
    schema: SubjectAccessStateSchema,
    invalidates,
    onSuccess: done('The hold is placed'),
  });
  const liftHold = useHubMutation({
    path: apiPaths.liftHold(person.id),
    body: () => ({}),
    schema: SubjectAccessStateSchema,
    invalidates,
    onSuccess: done('The hold is lifted'),
  });
  const askErasure = useHubMutation({
    path: apiPaths.askErasure(person.id),
    body: withReason,
    schema: SubjectAccessStateSchema,
    invalidates: [...invalidates, ['network', 'erasures']],
    onSuccess: done('Somebody else has to confirm it now'),
  });

  switch (step) {
    case 'export':
      return (
        <ConfirmDialog
          isOpen
          title={`Export what is held on ${person.displayName}?`}
          reasons={EXPORT_REASON_NAMES}
          confirmLabel="Make the export"
          isPending={makeExport.isPending}
          problem={makeExport.error}
          onConfirm={reason => makeExport.mutate(reason)}
          onClose={onClose}
        >
          <p>
            You get what they and you both may know of. They can see in their
            own export that it was made, and why.
          </p>
        </ConfirmDialog>
      );
    case 'place-hold':
      return (
        <ConfirmDialog
          isOpen
          title={`Keep the details of ${person.displayName}?`}
          reasons={HOLD_REASON_NAMES}
          confirmLabel="Place the hold"
          isPending={placeHold.isPending}
          problem={placeHold.error}
          onConfirm={reason => placeHold.mutate(reason)}
          onClose={onClose}
        >
          <p>
            Until it is lifted their details cannot be erased. They are not told
            of it.
          </p>
        </ConfirmDialog>
      );
    case 'ask-erasure':
      return (
        <ConfirmDialog
          isOpen
          destructive
          title={`Ask for the erasure of ${person.displayName}?`}
          reasons={ERASURE_REASON_NAMES}
          confirmLabel="Ask for erasure"
          isPending={askErasure.isPending}
          problem={askErasure.error}
          onConfirm={reason => askErasure.mutate(reason)}
          onClose={onClose}
        >
          <p>
            Once another person confirms it, name, address, account, licence,
            specialisms, languages and notices are gone for good, and “A former
            IMSA” or “A former colleague” stands in their place. What they did
            stays in the audit trail.
          </p>
        </ConfirmDialog>
      );
    default:
      return (
        <ConfirmDialog
          isOpen
          title="Lift the hold?"
          confirmLabel="Lift the hold"
          isPending={liftHold.isPending}
          problem={liftHold.error}
          onConfirm={() => liftHold.mutate(undefined)}
          onClose={onClose}
        >
          <p>After that their details can be erased, with two people.</p>
        </ConfirmDialog>
      );
  }
}
