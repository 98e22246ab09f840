import {
  WAIT_CATEGORY_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { Link } from '@backstage/ui';
import {
  DestroyedNotice,
  LongText,
  Marked,
  Moment,
  Notice,
} from '@imsa-hub/ui';
import { ActionButton } from '../actions/CaseActions';
import { pagePaths } from '../api/paths';
import { ImmigrationNotice } from './ImmigrationNotice';

/** What must be known before anything is done with this case. */
export function CaseNotices({ record }: { record: EscalationRecord }) {
  const { waiting } = record;
  return (
    <>
      {record.openedByBreakGlassUntil && (
        <Notice
          tone="negative"
          title="You opened a case you are held back from"
        >
          You can see it until <Moment at={record.openedByBreakGlassUntil} />.
          It is in the audit trail, and those who take part were told.
        </Notice>
      )}
      {record.retention.destroyed && <DestroyedNotice noun="case" />}
      {record.status === 'returned' && record.returnedFor && (
        <Notice tone="warning" title="Returned to the IMSA">
          <LongText>{record.returnedFor}</LongText>
          <Marked marks={record.returnedForMarked} />
          {record.allowedActions.includes('submit') && (
            <p>
              <Link href={pagePaths.raise}>Mend it and bring it again</Link>
            </p>
          )}
        </Notice>
      )}
      {record.consent === 'not-given' && (
        <Notice
          tone={record.consentOverride ? 'warning' : 'negative'}
          title="The survivor does not agree that the Hub discusses the case"
        >
          {record.consentOverride ? (
            <LongText>{`Why it goes on all the same: ${record.consentOverride}`}</LongText>
          ) : (
            <>
              <p>
                Nothing new is shared: no referral, second opinion, document or
                step up, until they agree or somebody who neither brought it nor
                has it in hand decides, with a reason, that it goes on. What was
                done already stays.
              </p>
              <ActionButton action="override-consent" />
            </>
          )}
        </Notice>
      )}
      {record.immigrationGate && (
        <ImmigrationNotice why={record.immigrationGate} />
      )}
      {waiting && (
        <Notice tone="neutral" title="This case is waiting">
          {WAIT_CATEGORY_NAMES[waiting.category]}
          {waiting.until && (
            <>
              . Look at it again on <Moment at={waiting.until} />
            </>
          )}
          .
        </Notice>
      )}
      {record.marked.length > 0 && (
        <Notice tone="neutral" title="Words in it could tell who somebody is">
          {record.marked
            .map(({ label, count }) => `${label} (${count})`)
            .join(', ')}
          . Keep them inside this case.
        </Notice>
      )}
    </>
  );
}
