import {
  ReasonRequestSchema,
  type EscalationAction,
} from '@imsa-hub/escalations-common';
import { ReasonField, type ActionFormWords } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** What differs between the actions that ask for a reason and nothing else. */
interface Words extends ActionFormWords {
  action: EscalationAction;
  label: string;
  hint?: string;
  destructive?: boolean;
}

/** Makes the form of an action that needs a reason in words. */
export function reasonOnly(words: Words) {
  const { label, hint, ...rest } = words;
  return function ReasonOnly(props: CaseFormProps) {
    return (
      <CaseForm
        {...props}
        {...rest}
        schema={ReasonRequestSchema}
        initial={{ reason: '' }}
      >
        {({ value, change }) => (
          <ReasonField
            label={label}
            hint={hint}
            value={value.reason}
            onChange={reason => change({ reason })}
          />
        )}
      </CaseForm>
    );
  };
}
