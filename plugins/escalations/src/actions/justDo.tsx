import {
  PlainMoveRequestSchema,
  type EscalationAction,
} from '@imsa-hub/escalations-common';
import type { ActionFormWords } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Makes the form of an action that asks for nothing: it says what follows. */
export function justDo(words: ActionFormWords & { action: EscalationAction }) {
  return function JustDo(props: CaseFormProps) {
    return (
      <CaseForm
        {...props}
        {...words}
        schema={PlainMoveRequestSchema}
        initial={{}}
      />
    );
  };
}
