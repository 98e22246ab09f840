import { SetOrganisationRequestSchema } from '@imsa-hub/escalations-common';
import { Notice, QueryBoundary, ReasonField, Select } from '@imsa-hub/ui';
import { useChoices } from '../api/useChoices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Says which organisation the case is about; decides who can see it at all. */
export function OrganisationForm(props: CaseFormProps) {
  const choices = useChoices();
  return (
    <CaseForm
      {...props}
      action="set-organisation"
      title="Change the organisation it is about"
      submitLabel="Change it"
      doneMessage="The organisation is changed"
      schema={SetOrganisationRequestSchema}
      initial={{
        organisationId: props.record.subjectOrganisation?.id ?? '',
        reason: '',
      }}
      body={value => ({
        ...value,
        organisationId: value.organisationId || null,
      })}
    >
      {({ value, change }) => (
        <>
          <Notice tone="warning" title="It decides who can see the case">
            From then on nobody who works for that organisation can see or find
            it, not even at the Hub. Whoever brought it keeps what they wrote.
          </Notice>
          <QueryBoundary query={choices} what="the list of organisations">
            {data => (
              <Select
                name="organisationId"
                label="Which organisation?"
                placeholder="None"
                choices={data.organisations.map(({ id, name }) => ({
                  value: id,
                  label: name,
                }))}
                value={value.organisationId}
                onChange={organisationId => change({ organisationId })}
              />
            )}
          </QueryBoundary>
          <ReasonField
            label="Why is it changed?"
            value={value.reason}
            onChange={reason => change({ reason })}
          />
        </>
      )}
    </CaseForm>
  );
}
