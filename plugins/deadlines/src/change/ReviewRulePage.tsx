import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { DeadlineRule } from '@imsa-hub/core';
import {
  RULE_TEXT,
  RuleRecordSchema,
  type RuleRecord,
} from '@imsa-hub/deadlines-common';
import {
  FormActions,
  HubForm,
  needed,
  RadioGroup,
  ConfidentialTextArea,
  TextField,
  useCheck,
  useHubMutation,
  useToast,
} from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { confidenceChoices } from '../shared/choices';
import { apiPaths, pagePaths } from '../shared/paths';
import { ChangeFrame, StaleNotice } from './ChangeFrame';

interface ReviewDraft {
  confidence: DeadlineRule['confidence'];
  source: string;
  sourceUrl: string;
  reason: string;
}

function ReviewRule({ record }: { record: RuleRecord }) {
  const { rule } = record;
  const toast = useToast();
  const navigate = useNavigate();
  const [version, setVersion] = useState(record.version);
  const [draft, setDraft] = useState<ReviewDraft>({
    confidence: rule.confidence,
    source: rule.source,
    sourceUrl: rule.sourceUrl ?? '',
    reason: '',
  });
  const change = (part: Partial<ReviewDraft>) =>
    setDraft({ ...draft, ...part });
  const { errors, checkNow } = useCheck(() =>
    needed([
      {
        field: 'source',
        value: draft.source,
        message: 'Say where this was read',
      },
      { field: 'reason', value: draft.reason, message: 'Give a reason' },
    ]),
  );
  const review = useHubMutation({
    path: apiPaths.reviewRule(rule.id),
    body: ({ sourceUrl, ...rest }: ReviewDraft) => ({
      ...rest,
      version,
      ...(sourceUrl.trim() ? { sourceUrl: sourceUrl.trim() } : {}),
    }),
    schema: RuleRecordSchema,
    invalidates: [['deadlines']],
    onSuccess: () => {
      toast({ message: 'The rule is marked as read today' });
      navigate(pagePaths.rule(rule.id));
    },
  });
  const submit = () => {
    if (!review.isPending && !checkNow()) review.mutate(draft);
  };
  return (
    <>
      <StaleNotice
        problem={review.error}
        ruleId={rule.id}
        onGoOn={newer => {
          review.reset();
          setVersion(newer);
        }}
      />
      <HubForm
        label="Mark as read again"
        onSubmit={submit}
        errors={errors}
        problem={review.error}
      >
        <RadioGroup
          name="confidence"
          label="What was read?"
          choices={confidenceChoices}
          value={draft.confidence}
          onChange={confidence => change({ confidence })}
        />
        <TextField
          name="source"
          label="Where this was read"
          maxLength={RULE_TEXT}
          value={draft.source}
          onChange={source => change({ source })}
        />
        <TextField
          name="sourceUrl"
          label="Its address"
          optional
          type="url"
          maxLength={RULE_TEXT}
          value={draft.sourceUrl}
          onChange={sourceUrl => change({ sourceUrl })}
        />
        <ConfidentialTextArea
          strictness="refuse"
          name="reason"
          label="What you found"
          hint="Kept with the change, and shown in the rule's history."
          rows={3}
          maxLength={1_000}
          value={draft.reason}
          onChange={reason => change({ reason })}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isPending={review.isPending}
          >
            Mark as read today
          </Button>
        </FormActions>
      </HubForm>
    </>
  );
}

/** Says that a rule was read again today and still holds. */
export function ReviewRulePage() {
  return (
    <ChangeFrame title="Mark as read again today">
      {record => <ReviewRule record={record} />}
    </ChangeFrame>
  );
}
