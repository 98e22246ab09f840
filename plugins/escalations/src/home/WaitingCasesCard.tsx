import {
  EmptyState,
  QueryBoundary,
  useLive,
  useMe,
  WaitingList,
} from '@imsa-hub/ui';
import { useCasesDay } from '../api/useCasesDay';
import '../escalations.css';
import { FirstCases } from './FirstCases';
import { waitingLines } from './waitingLines';

/** What of complex cases waits for this person, most pressing first. */
export function WaitingCasesCard() {
  const day = useCasesDay();
  const { has } = useMe();
  useLive('escalations');
  return (
    <QueryBoundary query={day} what="what waits for you">
      {data => {
        const lines = waitingLines({ day: data, has });
        if (lines.length === 0 && data.first.length === 0) {
          return (
            <EmptyState title="No complex case waits for you">
              New work on complex cases appears here by itself.
            </EmptyState>
          );
        }
        return (
          <div className="hub-stack">
            <WaitingList lines={lines} />
            <FirstCases rows={data.first} />
          </div>
        );
      }}
    </QueryBoundary>
  );
}
