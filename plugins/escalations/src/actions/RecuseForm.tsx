import { RecuseRequestSchema } from '@imsa-hub/escalations-common';
import { Notice, ReasonField, useMe } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { PersonField } from './PersonField';

/** Steps back from a case: access ends, so it says so before. */
export function RecuseForm(props: CaseFormProps) {
  const { handler, lead, raisedBy } = props.record;
  const { person } = useMe();
  const navigate = useNavigate();
  const isHandler = handler?.id === person.id;
  const isOpen = !['closed', 'withdrawn'].includes(props.record.status);
  const owns = isHandler || (isOpen && lead?.id === person.id);
  return (
    <CaseForm
      {...props}
      action="recuse"
      title="Step back from this case"
      submitLabel="Step back"
      destructive
      doneMessage={`You have stepped back from ${props.record.reference}`}
      schema={RecuseRequestSchema}
      initial={{ reason: '', handOverTo: '' }}
      body={value => ({ ...value, handOverTo: value.handOverTo || null })}
      check={value =>
        owns && !value.handOverTo
          ? [
              {
                field: 'handOverTo',
                message: 'Choose who takes over before you step back',
              },
            ]
          : []
      }
      onLeave={() => navigate(pagePaths.desk)}
    >
      {({ value, change }) => (
        <>
          <Notice tone="warning" title="You will no longer see this case">
            As soon as you step back, the case leaves your lists, your search
            and your notifications. You cannot undo this yourself.
          </Notice>
          {owns && (
            <PersonField
              name="handOverTo"
              label="Who takes over?"
              hint={
                isHandler
                  ? 'You handle this case at the Hub. They handle it as soon as you step back.'
                  : 'You are its lead IMSA. They are asked; until they accept, and the survivor agrees, nobody leads it and the desk holds it.'
              }
              from={({ handlers, imsas }) => (isHandler ? handlers : imsas)}
              without={[person.id, isHandler ? raisedBy.id : handler?.id]}
              value={value.handOverTo}
              onChange={handOverTo => change({ handOverTo })}
            />
          )}
          <ReasonField
            label="Why do you step back?"
            hint="“I know somebody in this case” is enough. Do not name them."
            value={value.reason}
            onChange={reason => change({ reason })}
          />
        </>
      )}
    </CaseForm>
  );
}
