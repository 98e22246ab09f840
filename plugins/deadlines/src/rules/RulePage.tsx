import { ButtonLink } from '@backstage/ui';
import { periodWords } from '@imsa-hub/core';
import { REMINDER, type RuleRecord } from '@imsa-hub/deadlines-common';
import { Notice, PageBody, QueryBoundary } from '@imsa-hub/ui';
import { useParams } from 'react-router-dom';
import { Confidence } from '../shared/Confidence';
import { pagePaths } from '../shared/paths';
import { RuleStandingBadge } from '../shared/RuleStandingBadge';
import { useRule } from '../shared/useRules';
import { RuleCounting, RuleFacts, RuleSource } from './RuleFacts';
import { RuleHistory } from './RuleHistory';

function Actions({ record }: { record: RuleRecord }) {
  const { id } = record.rule;
  const may = new Set(record.allowedActions);
  return (
    <>
      {may.has('review') && (
        <ButtonLink
          href={pagePaths.reviewRule(id)}
          variant="secondary"
          size="medium"
        >
          Mark as read again
        </ButtonLink>
      )}
      {may.has('end') && (
        <ButtonLink
          href={pagePaths.endRule(id)}
          variant="primary"
          size="medium"
        >
          End it, or start the next
        </ButtonLink>
      )}
      {may.has('start-successor') && (
        <ButtonLink
          href={pagePaths.endRule(id)}
          variant="primary"
          size="medium"
        >
          Start the next rule
        </ButtonLink>
      )}
    </>
  );
}

/** One rule: how it counts, where it was read, and what was decided about it. */
export function RulePage() {
  const { ruleId = '' } = useParams();
  const rule = useRule(ruleId);
  return (
    <PageBody
      title={rule.data?.rule.title ?? 'Rule'}
      lead={REMINDER}
      back={{ href: pagePaths.rules, label: 'Legal limits' }}
      status={
        rule.data && (
          <>
            <RuleStandingBadge standing={rule.data.standing} />
            <Confidence of={rule.data.rule.confidence} />
          </>
        )
      }
      actions={rule.data && <Actions record={rule.data} />}
    >
      <QueryBoundary query={rule} what="this rule">
        {record => (
          <>
            {record.newerShipped && (
              <Notice
                tone="warning"
                title="An update of the Hub brought other words for this rule"
              >
                <p>
                  What the Hub decided counts. The update says:{' '}
                  {periodWords(record.newerShipped.period)},{' '}
                  {record.newerShipped.source}. Check which is right.
                </p>
              </Notice>
            )}
            <div className="hub-split">
              <div className="hub-stack">
                <RuleFacts record={record} />
                <RuleCounting record={record} />
              </div>
              <div className="hub-stack">
                <RuleSource record={record} />
                <RuleHistory record={record} />
              </div>
            </div>
          </>
        )}
      </QueryBoundary>
    </PageBody>
  );
}
