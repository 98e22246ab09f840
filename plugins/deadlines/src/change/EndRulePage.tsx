import { useState } from 'react';
import { RuleRecordSchema, type RuleRecord } from '@imsa-hub/deadlines-common';
import { Notice, useDraft, useHubMutation, useToast } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { apiPaths, pagePaths } from '../shared/paths';
import { ChangeFrame, StaleNotice } from './ChangeFrame';
import { endBody, endDraftOf, type EndDraft } from './endDraft';
import { EndRuleForm } from './EndRuleForm';

function EndRule({ record }: { record: RuleRecord }) {
  const { id } = record.rule;
  const toast = useToast();
  const navigate = useNavigate();
  // The version on which the writing began; a newer one is a conflict.
  const [version, setVersion] = useState(record.version);
  const [draft, setDraft, clear] = useDraft<EndDraft>({
    key: `deadlines.end.${id}`,
    initial: endDraftOf(record),
  });
  const end = useHubMutation({
    path: apiPaths.endRule(id),
    body: (input: EndDraft) => endBody(input, version),
    schema: RuleRecordSchema,
    invalidates: [['deadlines']],
    onSuccess: (_saved, sent) => {
      clear();
      toast({
        message:
          sent.follows === 'successor'
            ? 'The new rule is started'
            : 'The rule has its last day',
      });
      navigate(pagePaths.rule(id));
    },
  });
  if (record.openNations.length === 0) {
    return (
      <Notice title="Another rule has taken its place already">
        <p>Change that rule instead.</p>
      </Notice>
    );
  }
  return (
    <>
      <StaleNotice
        problem={end.error}
        ruleId={id}
        onGoOn={newer => {
          end.reset();
          setVersion(newer);
        }}
      />
      <EndRuleForm
        record={record}
        draft={draft}
        onChange={setDraft}
        onSave={() => end.mutate(draft)}
        isPending={end.isPending}
        problem={end.error}
      />
    </>
  );
}

/** Ends a rule and starts what takes its place. */
export function EndRulePage() {
  return (
    <ChangeFrame title="End this rule, or start the next">
      {record => <EndRule record={record} />}
    </ChangeFrame>
  );
}
