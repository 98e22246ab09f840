import {
  CHANNEL_NAMES,
  QUERY_STATUS_NAMES,
  TIER_NAMES,
  type QueueRow,
} from '@imsa-hub/advice-common';
import type { QueueColumn } from '@imsa-hub/advice-react';
import { NATION_NAMES } from '@imsa-hub/core';
import {
  areaList,
  capital,
  DeadlineTag,
  Moment,
  nameOf,
  type QueueColumnConfig,
} from '@imsa-hub/ui';
import { ClaimButton } from './ClaimButton';
import { ClockText } from './ClockText';
import { UrgencyCell } from './UrgencyCell';

type Column = QueueColumnConfig<QueueRow>;

const reference: Column = {
  id: 'reference',
  label: 'Query',
  isRowHeader: true,
  width: '10%',
  cell: row => <span className="hub-reference">{row.reference}</span>,
};

const urgency: Column = {
  id: 'urgency',
  label: 'How pressing',
  width: '20%',
  cell: row => <UrgencyCell urgency={row.urgency} />,
};

const about: Column = {
  id: 'about',
  label: 'About',
  width: '20%',
  cell: row => (
    <div className="advice-lines">
      <span>{areaList(row.areas)}</span>
      <span className="hub-optional">
        {NATION_NAMES[row.nation]}
        {row.interpreter === 'needed' && ' · interpreter needed'}
        {` · ${CHANNEL_NAMES[row.channel].toLowerCase()}`}
      </span>
    </div>
  ),
};

const due: Column = {
  id: 'due',
  label: 'Limit and clock',
  width: '24%',
  cell: row => (
    <div className="advice-lines">
      {row.nextLimit && (
        <DeadlineTag date={row.nextLimit.date} title={row.nextLimit.title} />
      )}
      <ClockText clock={row.clock} />
    </div>
  ),
};

const stage: Column = {
  id: 'stage',
  label: 'Stage',
  width: '13%',
  cell: row => (
    <div className="advice-lines">
      <span>{capital(QUERY_STATUS_NAMES[row.status])}</span>
      <span className="hub-optional">
        {row.tier ? TIER_NAMES[row.tier] : 'No tier yet'}
        {row.highRisk && ' · high risk'}
      </span>
    </div>
  ),
};

const who: Column = {
  id: 'who',
  label: 'Who has it',
  width: '13%',
  cell: row => (
    <div className="advice-lines">
      <span>{row.assignee ? nameOf(row.assignee) : 'Nobody yet'}</span>
      {row.allowedActions.includes('claim') && <ClaimButton row={row} />}
    </div>
  ),
};

const asked: Column = {
  id: 'asked',
  label: 'Asked',
  width: '10%',
  cell: row => <Moment at={row.receivedAt} format="ago" />,
};

const added = (columns: readonly QueueColumn[]): Column[] =>
  [...columns]
    .sort((a, b) => a.order - b.order)
    .map(({ id, title, render }) => ({ id, label: title, cell: render }));

/** The columns for those who answer; added ones stand last. */
export function staffColumns(columns: readonly QueueColumn[]): Column[] {
  return [reference, urgency, about, due, stage, who, ...added(columns)];
}

/** The columns for those who asked. */
export function askerColumns(columns: readonly QueueColumn[]): Column[] {
  return [reference, about, stage, asked, due, ...added(columns)];
}
