import { Button } from '@backstage/ui';
import type { CreatedQuery } from '@imsa-hub/advice-common';
import { CreatedQuerySchema } from '@imsa-hub/advice-common';
import {
  FormActions,
  HubForm,
  Section,
  useDraft,
  useHubMutation,
} from '@imsa-hub/ui';
import { useState } from 'react';
import { useCheck } from '../actions/useCheck';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import { useOnce } from '../api/useOnce';
import { askBody, logCallBody } from './askBody';
import { emptyAsk, type AskDraft } from './askDraft';
import { CallFields } from './CallFields';
import { checkAsk } from './checkAsk';
import { ContactFields } from './ContactFields';
import { EventFields } from './EventFields';
import { OrganisationField } from './OrganisationField';
import { QuestionFields } from './QuestionFields';
import { SafetyFields } from './SafetyFields';

/** The whole form, on one page. What is typed is kept until it has arrived. */
export function AskForm(props: {
  isCall: boolean;
  onCreated(created: CreatedQuery): void;
}) {
  const { isCall, onCreated } = props;
  const [initial] = useState(emptyAsk);
  const [draft, setDraft, clear] = useDraft<AskDraft>({
    key: isCall ? 'advice.log-call' : 'advice.ask',
    initial,
  });
  const change = (part: Partial<AskDraft>) => setDraft({ ...draft, ...part });
  const { errors, checkNow } = useCheck(() => checkAsk({ draft, isCall }));
  const ask = useHubMutation({
    path: isCall ? apiPaths.logCall : apiPaths.ask,
    schema: CreatedQuerySchema,
    body: (body: object) => body,
    invalidates: [keys.queueAll, keys.day],
    onSuccess: created => {
      clear();
      onCreated(created);
    },
  });
  const once = useOnce();
  const submit = () => {
    if (checkNow()) return;
    once(() => ask.mutateAsync(isCall ? logCallBody(draft) : askBody(draft)));
  };
  const fields = { draft, change, isCall };

  return (
    <HubForm
      label={isCall ? 'Log a call' : 'Ask a question'}
      onSubmit={submit}
      errors={errors}
      problem={ask.error}
    >
      {isCall && <CallFields {...fields} />}
      <QuestionFields {...fields} />
      <SafetyFields {...fields} />
      <EventFields {...fields} />
      <ContactFields {...fields} />
      <Section title="A service it is about">
        <OrganisationField
          name="subjectOrganisationId"
          label="Is it about an organisation of the register?"
          hint="For example a complaint about a service. Nobody who works there can then see the question, whatever their role."
          value={draft.organisation}
          onChange={organisation => change({ organisation })}
        />
      </Section>
      <FormActions>
        <Button
          type="submit"
          variant="primary"
          size="medium"
          isPending={ask.isPending}
        >
          {isCall ? 'Log the call' : 'Send the question'}
        </Button>
      </FormActions>
    </HubForm>
  );
}
