import {
  EmptyState,
  QueryBoundary,
  useLive,
  useMe,
  WaitingList,
} from '@imsa-hub/ui';
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
            <WaitingList lines={lines} />
            <FirstQueries rows={data.first} />
          </div>
        );
      }}
    </QueryBoundary>
  );
}
