import { Button } from '@backstage/ui';
import { newId } from '@imsa-hub/core';
import { GENERAL_TYPE, type Choices } from '@imsa-hub/escalations-common';
import {
  FormActions,
  HubForm,
  RadioGroup,
  Section,
  useCheck,
} from '@imsa-hub/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { useBeginDraft } from '../api/useDrafts';

/** Begins a draft; asks for the kind of case where there is more than one. */
export function BeginSection(props: {
  types: Choices['types'];
  /** The query that it is made of. */
  fromQueryId?: string;
  title?: string;
  label?: string;
}) {
  const { types, fromQueryId = null, label = 'Begin' } = props;
  const navigate = useNavigate();
  const only = types.length === 1 ? types[0]?.id : undefined;
  const [type, setType] = useState(only ?? '');
  const [requestKey] = useState(() => newId());
  const { begin, isPending, problem } = useBeginDraft(id =>
    navigate(pagePaths.draft(id)),
  );
  const { errors, checkNow } = useCheck(() =>
    type ? [] : [{ field: 'type', message: 'Choose a kind of case' }],
  );
  return (
    <Section
      title={props.title ?? 'Begin a new one'}
      lead="Have your own case number at hand, and what the survivor said they want."
    >
      <HubForm
        label={props.title ?? 'Begin a new one'}
        errors={errors}
        problem={problem}
        onSubmit={() => {
          if (checkNow()) return;
          begin({ type: type || GENERAL_TYPE, requestKey, fromQueryId });
        }}
      >
        {types.length > 1 && (
          <RadioGroup
            name="type"
            label="What kind of case is it?"
            choices={types.map(({ id, title, description }) => ({
              value: id,
              label: title,
              hint: description,
            }))}
            value={type}
            onChange={setType}
          />
        )}
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isPending={isPending}
          >
            {label}
          </Button>
        </FormActions>
      </HubForm>
    </Section>
  );
}
