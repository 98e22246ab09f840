import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  CalculatedSchema,
  REMINDER,
  type RuleSummary,
} from '@imsa-hub/deadlines-common';
import {
  DateField,
  FormActions,
  HubForm,
  QueryBoundary,
  Section,
  Select,
  useCheck,
  useHubMutation,
} from '@imsa-hub/ui';
import { eventChoices } from '../rules/ruleFilter';
import { nationChoices } from '../shared/choices';
import { HorizonNotice } from '../shared/HorizonNotice';
import { LimitsPage } from '../shared/LimitsPage';
import { apiPaths } from '../shared/paths';
import { useRules } from '../shared/useRules';
import { LimitResult } from './LimitResult';
import { EMPTY_TRY, factsFor, tryBody, tryErrors } from './tryDraft';

function Calculator({ rules }: { rules: readonly RuleSummary[] }) {
  const [draft, setDraft] = useState(EMPTY_TRY);
  const { errors, checkNow } = useCheck(() => tryErrors(draft));
  const workOut = useHubMutation({
    path: apiPaths.limits,
    body: tryBody,
    schema: CalculatedSchema,
  });
  const change = (part: Partial<typeof draft>) => {
    workOut.reset();
    setDraft({ ...draft, ...part });
  };
  const submit = () => {
    if (!workOut.isPending && !checkNow()) workOut.mutate(draft);
  };
  const found = workOut.data;

  return (
    <div className="hub-split">
      <Section title="The event">
        <HubForm
          label="Work out a limit"
          onSubmit={submit}
          errors={errors}
          problem={workOut.error}
        >
          <Select
            name="nation"
            label="Nation"
            choices={nationChoices}
            value={draft.nation}
            onChange={nation => change({ nation, eventId: '', facts: {} })}
          />
          <Select
            name="eventId"
            label="What happened"
            hint={draft.nation ? undefined : 'Choose the nation first.'}
            disabled={!draft.nation}
            choices={draft.nation ? eventChoices(rules, draft.nation) : []}
            value={draft.eventId}
            onChange={eventId => change({ eventId, facts: {} })}
          />
          <DateField
            name="date"
            label="On which day"
            hint="For a letter, the day it came, or the day the rule names."
            value={draft.date}
            onChange={date => change({ date })}
          />
          {factsFor(rules, draft).map(({ id, question }, place) => (
            <DateField
              key={id}
              name={`facts.${place}.date`}
              label={question}
              optional
              value={draft.facts[id] ?? ''}
              onChange={date =>
                change({ facts: { ...draft.facts, [id]: date } })
              }
            />
          ))}
          <FormActions>
            <Button
              type="submit"
              variant="primary"
              size="medium"
              isPending={workOut.isPending}
            >
              Work it out
            </Button>
          </FormActions>
        </HubForm>
      </Section>
      <div className="hub-stack" aria-live="polite">
        {found && (
          <Section title="Limits that follow">
            {found.limits.map(limit => (
              <LimitResult key={limit.ruleId} limit={limit} />
            ))}
            <HorizonNotice horizon={found.horizon} />
          </Section>
        )}
      </div>
    </div>
  );
}

/** Works a limit out from an event and a day. Nothing is kept. */
export function TryPage() {
  const rules = useRules();
  return (
    <LimitsPage
      view="work-out"
      lead={`${REMINDER} Nothing you enter here is kept.`}
    >
      <QueryBoundary query={rules} what="the rules">
        {list => <Calculator rules={list.rules} />}
      </QueryBoundary>
    </LimitsPage>
  );
}
