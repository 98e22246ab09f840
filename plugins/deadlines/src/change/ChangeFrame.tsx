import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import {
  REMINDER,
  RuleRecordSchema,
  type RuleRecord,
} from '@imsa-hub/deadlines-common';
import {
  Notice,
  PageBody,
  QueryBoundary,
  type ProblemError,
} from '@imsa-hub/ui';
import { useParams } from 'react-router-dom';
import { pagePaths } from '../shared/paths';
import { useRule } from '../shared/useRules';

/** The frame of a page on which one rule is changed. */
export function ChangeFrame(props: {
  title: string;
  children(record: RuleRecord): ReactNode;
}) {
  const { ruleId = '' } = useParams();
  const rule = useRule(ruleId);
  return (
    <PageBody
      title={props.title}
      eyebrow={rule.data?.rule.title}
      lead={REMINDER}
      back={{ href: pagePaths.rule(ruleId), label: 'Back to the rule' }}
      width="reading"
    >
      <QueryBoundary query={rule} what="this rule">
        {props.children}
      </QueryBoundary>
    </PageBody>
  );
}

/** Somebody decided on the rule first: says so, and keeps what was typed. */
export function StaleNotice(props: {
  problem: ProblemError | null;
  ruleId: string;
  /** With the version that what was typed now stands on. */
  onGoOn(version: number): void;
}) {
  const { problem, ruleId, onGoOn } = props;
  if (!problem?.isStale) return null;
  const newer = RuleRecordSchema.safeParse(problem.current).data;
  return (
    <Notice
      tone="warning"
      title="Somebody decided on this rule while you worked"
      announce
      actions={
        newer && (
          <Button
            variant="secondary"
            size="medium"
            onPress={() => onGoOn(newer.version)}
          >
            Go on with mine
          </Button>
        )
      }
    >
      <p>
        Nothing of yours is lost, and nothing of theirs was overwritten.{' '}
        <a href={pagePaths.rule(ruleId)} target="_blank" rel="noreferrer">
          Look at what they decided (opens in a new tab)
        </a>
        , then go on with yours or leave it.
      </p>
    </Notice>
  );
}
