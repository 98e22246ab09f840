import { Button } from '@backstage/ui';
import {
  DecideConsentRequestSchema,
  type ConsentRequests,
  type DecideConsentRequest,
} from '@imsa-hub/escalations-common';
import {
  checkRequest,
  FormActions,
  HubForm,
  LongText,
  Marked,
  Moment,
  nameOf,
  RadioGroup,
  ReasonField,
  Section,
  useDraft,
  useOnce,
  type FieldError,
} from '@imsa-hub/ui';
import { useState } from 'react';
import { useDecideConsent } from '../api/useConsentRequests';

type Request = ConsentRequests['requests'][number];

const DECISIONS: ReadonlyArray<{
  value: DecideConsentRequest['decision'];
  label: string;
}> = [
  { value: 'granted', label: 'It can be brought all the same' },
  { value: 'refused', label: 'It stays with the IMSA' },
];

/**
 * Requests to bring a case that the survivor does not agree to discuss. What
 * the request says is all that is shown, and all there is to decide on.
 */
export function ConsentRequestsSection(props: {
  requests: readonly Request[];
}) {
  if (props.requests.length === 0) return null;
  return (
    <Section
      title="Asked for without the survivor’s agreement"
      lead="Decide whether something serious weighs more, such as a risk to life. You see the reason and nothing of the case."
    >
      {props.requests.map(request => (
        <OneRequest key={request.id} request={request} />
      ))}
    </Section>
  );
}

function OneRequest({ request }: { request: Request }) {
  const once = useOnce();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [value, setValue, clear] = useDraft<{
    decision: DecideConsentRequest['decision'] | '';
    reason: string;
  }>({
    key: `escalations.consent-request.${request.id}`,
    initial: { decision: '', reason: '' },
  });
  const { mutateAsync, isPending, error } = useDecideConsent(request.id, clear);
  const submit = () => {
    const wrong = checkRequest({
      schema: DecideConsentRequestSchema,
      request: value,
      say: { decision: 'Choose what you decide' },
    });
    setErrors(wrong);
    const parsed = DecideConsentRequestSchema.safeParse(value);
    if (!parsed.success) return;
    once(() => mutateAsync(parsed.data));
  };
  return (
    <div className="hub-part">
      <p>
        <strong>{nameOf(request.askedBy)}</strong>,{' '}
        <Moment at={request.askedAt} />
      </p>
      <LongText>{request.why}</LongText>
      <Marked marks={request.marked} />
      <HubForm
        label={`Decide on what ${nameOf(request.askedBy)} asks`}
        onSubmit={submit}
        errors={errors}
        problem={error}
      >
        <RadioGroup
          name="decision"
          label="What do you decide?"
          choices={DECISIONS}
          value={value.decision}
          onChange={decision => setValue({ ...value, decision })}
        />
        <ReasonField
          label="Why?"
          hint="Whoever asked reads this; it stays with the case if it is brought."
          value={value.reason}
          onChange={reason => setValue({ ...value, reason })}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isPending={isPending}
          >
            Decide
          </Button>
        </FormActions>
      </HubForm>
    </div>
  );
}
