import { Link, useSearchParams } from 'react-router-dom';
import { MAIL_VIEWS, MailViewSchema } from '@imsa-hub/advice-common';
import {
  EmptyState,
  Notice,
  PageBody,
  QueueTable,
  useLive,
} from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { useMails } from '../api/useMails';
import { setAsideColumns, waitingColumns } from './mailColumns';

const NAMES = { waiting: 'To be logged', 'set-aside': 'Set aside' } as const;
const EMPTY = {
  waiting: {
    title: 'No mail waits',
    next: 'New mail to the advice mailbox appears here by itself.',
  },
  'set-aside': {
    title: 'Nothing is set aside',
    next: 'Mail that is set aside can be put back from here until it is destroyed.',
  },
} as const;

/** The mails of the advice mailbox. Their content is not in the list. */
export function MailListPage() {
  const [search] = useSearchParams();
  const chosen = MailViewSchema.safeParse(search.get('view'));
  const view = chosen.success ? chosen.data : 'waiting';
  const mails = useMails(view);
  useLive('advice');

  return (
    <PageBody
      title="Mail to be logged"
      lead="Mail to the advice line becomes a query when somebody logs it. What a mail says is shown when you open it, and opening it is recorded."
      back={{ href: pagePaths.queue, label: 'Advice line' }}
    >
      {mails.connected === false && (
        <Notice title="No mailbox is connected">
          Mail cannot come in yet. Whoever runs this system can connect one.
        </Notice>
      )}
      <nav aria-label="Views of the mails">
        <ul className="hub-views">
          {MAIL_VIEWS.map(one => (
            <li key={one}>
              <Link
                className="hub-view"
                aria-current={one === view ? 'page' : undefined}
                to={pagePaths.mailView(one)}
              >
                {NAMES[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <QueueTable
        label={NAMES[view]}
        columns={view === 'waiting' ? waitingColumns : setAsideColumns}
        rows={mails.rows}
        getId={row => row.id}
        getHref={row => pagePaths.mail(row.id)}
        error={mails.error}
        onRetry={mails.retry}
        hasMore={mails.hasMore}
        isLoadingMore={mails.isLoadingMore}
        onLoadMore={mails.loadMore}
        empty={
          <EmptyState title={EMPTY[view].title}>{EMPTY[view].next}</EmptyState>
        }
      />
    </PageBody>
  );
}
