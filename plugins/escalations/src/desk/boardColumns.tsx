import {
  ESCALATION_STATUS_NAMES,
  ESCALATION_TIER_NAMES,
  GENERAL_TYPE,
  LEVEL_NAMES,
  REGION_NAMES,
  type BoardRow,
} from '@imsa-hub/escalations-common';
import {
  areaList,
  capital,
  DeadlineTag,
  nameOf,
  StatusBadge,
  type QueueColumnConfig,
} from '@imsa-hub/ui';
import { RiskBadges } from '../words/RiskBadges';
import { TargetText } from '../words/TargetText';
import { STATUS_TONES } from '../words/tones';

type Column = QueueColumnConfig<BoardRow>;

const reference: Column = {
  id: 'reference',
  label: 'Case',
  isRowHeader: true,
  width: '11%',
  cell: row => <span className="hub-reference">{row.reference}</span>,
};

const pressing: Column = {
  id: 'pressing',
  label: 'Why it stands here',
  width: '31%',
  cell: row => (
    <div className="case-lines">
      <RiskBadges risks={row.risks} />
      {row.nextLimit ? (
        <DeadlineTag date={row.nextLimit.date} title={row.nextLimit.title} />
      ) : (
        !row.ownWordsOnly && (
          <span className="hub-optional">No legal limit ahead</span>
        )
      )}
    </div>
  ),
};

const about: Column = {
  id: 'about',
  label: 'About',
  width: '19%',
  cell: row => (
    <div className="case-lines">
      <span>{areaList(row.areas)}</span>
      <span className="hub-optional">
        {row.caseReference} · {REGION_NAMES[row.region]} ·{' '}
        {ESCALATION_TIER_NAMES[row.tier].toLowerCase()}
        {row.type.id !== GENERAL_TYPE && ` · ${row.type.title}`}
      </span>
    </div>
  ),
};

const stage: Column = {
  id: 'stage',
  label: 'Where it stands',
  width: '22%',
  cell: row => (
    <div className="case-lines">
      <StatusBadge tone={STATUS_TONES[row.status]}>
        {capital(ESCALATION_STATUS_NAMES[row.status])}
      </StatusBadge>
      <TargetText target={row.target} />
      {row.openTasks > 0 && (
        <span className="hub-optional">
          {row.openTasks === 1 ? '1 open task' : `${row.openTasks} open tasks`}
        </span>
      )}
    </div>
  ),
};

const who: Column = {
  id: 'who',
  label: 'Who has it',
  width: '17%',
  cell: row =>
    row.ownWordsOnly ? (
      <span className="hub-optional">You see what you wrote</span>
    ) : (
      <div className="case-lines">
        <span>
          {row.handler ? nameOf(row.handler) : 'Nobody at the Hub yet'}
        </span>
        <span className="hub-optional">
          {LEVEL_NAMES[row.level]} level
          {row.lead && ` · lead IMSA ${nameOf(row.lead)}`}
        </span>
      </div>
    ),
};

/** The columns of the board: the case, why it is here, and who has it. */
export const BOARD_COLUMNS: readonly Column[] = [
  reference,
  pressing,
  about,
  stage,
  who,
];
