import { Link } from 'react-router-dom';
import { EmptyState, QueryBoundary, useLive, useMe } from '@imsa-hub/ui';
import { useAdviceDay } from '../api/useAdviceDay';
import { FirstQueries } from './FirstQueries';
import { waitingLines } from './waitingLines';
import '../advice.css';

/** What of the advice line waits for this person, most pressing first. */
export function WaitingCard() {
  const day = useAdviceDay();
  const { has } = useMe();
  useLive('advice');
  return (
    <QueryBoundary query={day} what="what waits for you">
      {data => {
        const lines = waitingLines({ day: data, has });
        if (lines.length === 0 && data.first.length === 0) {
          return (
            <EmptyState title="Nothing waits for you">
              New work on the advice line appears here by itself.
            </EmptyState>
          );
        }
        return (
          <div className="hub-stack">
            {lines.length > 0 && (
              <ul className="advice-waiting">
                {lines.map(({ key, href, count, what, isPressing }) => (
                  <li key={key}>
                    <Link
                      to={href}
                      className="advice-waiting-line"
                      data-tone={isPressing ? 'negative' : undefined}
                    >
                      <strong>{count}</strong> {what}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            <FirstQueries rows={data.first} />
          </div>
        );
      }}
    </QueryBoundary>
  );
}
