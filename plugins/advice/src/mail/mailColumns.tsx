import { MAIL_CATEGORY_NAMES, type MailRow } from '@imsa-hub/advice-common';
import {
  Moment,
  nameOf,
  type QueueColumnConfig,
  StatusBadge,
} from '@imsa-hub/ui';

type Column = QueueColumnConfig<MailRow>;

const received: Column = {
  id: 'received',
  label: 'Received',
  isRowHeader: true,
  cell: ({ receivedAt }) => <Moment at={receivedAt} />,
};

const kind: Column = {
  id: 'kind',
  label: 'Kind',
  cell: ({ automatic, attachmentCount }) => (
    <div className="advice-lines">
      {automatic ? (
        <StatusBadge>Written by a program</StatusBadge>
      ) : (
        <span>Mail</span>
      )}
      {attachmentCount > 0 && (
        <span className="hub-optional">
          {attachmentCount === 1
            ? 'had an attachment'
            : `had ${attachmentCount} attachments`}
        </span>
      )}
    </div>
  ),
};

/** Columns of the mails that wait: when, and of what kind. No content. */
export const waitingColumns: readonly Column[] = [
  received,
  {
    id: 'waits',
    label: 'How long ago',
    cell: ({ receivedAt }) => <Moment at={receivedAt} format="ago" />,
  },
  kind,
];

/** Columns of the mails that were set aside. */
export const setAsideColumns: readonly Column[] = [
  received,
  {
    id: 'why',
    label: 'Set aside as',
    cell: ({ category, query }) => (
      <div className="advice-lines">
        <span>{category && MAIL_CATEGORY_NAMES[category]}</span>
        {query && <span className="hub-optional">{query.reference}</span>}
      </div>
    ),
  },
  {
    id: 'who',
    label: 'By',
    cell: ({ handledBy, handledAt }) => (
      <div className="advice-lines">
        <span>{handledBy && nameOf(handledBy)}</span>
        {handledAt && (
          <span className="hub-optional">
            <Moment at={handledAt} />
          </span>
        )}
      </div>
    ),
  },
  {
    id: 'until',
    label: 'Kept until',
    cell: ({ destroyOn }) => destroyOn && <Moment at={destroyOn} />,
  },
];
