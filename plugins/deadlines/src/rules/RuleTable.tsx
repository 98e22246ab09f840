import { periodWords } from '@imsa-hub/core';
import { KIND_NAMES, type RuleSummary } from '@imsa-hub/deadlines-common';
import {
  EmptyState,
  Moment,
  QueueTable,
  type QueueColumnConfig,
} from '@imsa-hub/ui';
import { nationsInWords } from '../shared/choices';
import { Confidence } from '../shared/Confidence';
import { pagePaths } from '../shared/paths';
import { RuleDates, RuleStandingBadge } from '../shared/RuleStandingBadge';

const COLUMNS: readonly QueueColumnConfig<RuleSummary>[] = [
  {
    id: 'title',
    label: 'Rule',
    isRowHeader: true,
    cell: ({ rule }) => rule.title,
  },
  {
    id: 'event',
    label: 'Starts with',
    cell: ({ rule }) => (
      <div className="deadlines-lines">
        <span>{rule.event}</span>
        <span className="hub-optional">{nationsInWords(rule.nations)}</span>
      </div>
    ),
  },
  {
    id: 'period',
    label: 'How long',
    width: '9rem',
    cell: ({ rule }) => (
      <div className="deadlines-lines">
        <span>{periodWords(rule.period)}</span>
        {rule.kind !== 'limit' && (
          <span className="hub-optional">{KIND_NAMES[rule.kind]}</span>
        )}
      </div>
    ),
  },
  {
    id: 'source',
    label: 'Source',
    width: '19rem',
    cell: ({ rule }) => (
      <div className="deadlines-lines">
        <span>{rule.source}</span>
        <span>
          <Confidence of={rule.confidence} narrow />
        </span>
        <span className="hub-optional">
          Read on <Moment at={rule.reviewedOn} />
        </span>
      </div>
    ),
  },
  {
    id: 'standing',
    label: 'Holds for',
    width: '12rem',
    cell: ({ rule, standing }) => (
      <div className="deadlines-lines">
        <span>
          <RuleStandingBadge standing={standing} />
        </span>
        <span className="hub-optional">
          <RuleDates rule={rule} />
        </span>
      </div>
    ),
  },
];

/** The rules that fit. There are dozens, never thousands: one page holds them. */
export function RuleTable(props: { rules: readonly RuleSummary[] }) {
  return (
    <QueueTable
      label="Rules"
      columns={COLUMNS}
      rows={props.rules}
      getId={({ rule }) => rule.id}
      getHref={({ rule }) => pagePaths.rule(rule.id)}
      getTone={({ hasNewerShipped }) =>
        hasNewerShipped ? 'warning' : undefined
      }
      empty={
        <EmptyState title="No rule fits">
          <p>Choose another nation, event or kind of rule.</p>
        </EmptyState>
      }
    />
  );
}
