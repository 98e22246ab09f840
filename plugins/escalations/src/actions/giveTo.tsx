import {
  GiveRequestSchema,
  type Choices,
  type EscalationAction,
  type EscalationRecord,
  type NamedPerson,
} from '@imsa-hub/escalations-common';
import { ReasonField, useMe, type ActionFormWords } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { PersonField } from './PersonField';

/** What differs between giving, referring, passing on and handing over. */
interface Words extends ActionFormWords {
  action: EscalationAction;
  personLabel: string;
  reasonLabel: string;
  from(choices: Choices): readonly NamedPerson[];
  without(record: EscalationRecord, me: string): (string | undefined)[];
  /** Access can end with it, so it leads back to the list. */
  givesUp?: boolean;
}

/** Makes the form of an action that names a person and a reason. */
export function giveTo(words: Words) {
  const { personLabel, reasonLabel, from, without, givesUp, ...rest } = words;
  return function GiveTo(props: CaseFormProps) {
    const { person } = useMe();
    const navigate = useNavigate();
    return (
      <CaseForm
        {...props}
        {...rest}
        schema={GiveRequestSchema}
        initial={{ personId: '', reason: '' }}
        say={{ personId: 'Choose a person' }}
        onLeave={givesUp ? () => navigate(pagePaths.desk) : undefined}
      >
        {({ value, change }) => (
          <>
            <PersonField
              label={personLabel}
              from={from}
              without={without(props.record, person.id)}
              value={value.personId}
              onChange={personId => change({ personId })}
            />
            <ReasonField
              label={reasonLabel}
              value={value.reason}
              onChange={reason => change({ reason })}
            />
          </>
        )}
      </CaseForm>
    );
  };
}
