import { Button } from '@backstage/ui';
import {
  ERASURE_REASON_NAMES,
  ERASURE_STATUS_NAMES,
  type ErasureAction,
  type ErasureStatus,
  type ErasureView,
} from '@imsa-hub/network-common';
import { Moment, StatusBadge, type Tone } from '@imsa-hub/ui';

const TONES: Readonly<Record<ErasureStatus, Tone>> = {
  asked: 'warning',
  confirmed: 'information',
  done: 'positive',
  declined: 'neutral',
  withdrawn: 'neutral',
};

const VERBS: Readonly<Record<ErasureAction, string>> = {
  confirm: 'Confirm',
  decline: 'Decline',
  withdraw: 'Take back',
};

/** One erasure, and what this person may do to it. */
export function ErasureLine(props: {
  erasure: ErasureView;
  onDecide(action: ErasureAction): void;
}) {
  const { erasure, onDecide } = props;
  return (
    <li>
      <div>
        <p className="hub-row">
          <strong>{erasure.personReference}</strong>
          <StatusBadge tone={TONES[erasure.status]}>
            {ERASURE_STATUS_NAMES[erasure.status]}
          </StatusBadge>
        </p>
        <p>{ERASURE_REASON_NAMES[erasure.reason]}</p>
        <p className="hub-optional">
          Asked by {erasure.askedBy}, <Moment at={erasure.askedAt} />
          {erasure.decidedAt && (
            <>
              {'. Decided by '}
              {erasure.decidedBy}, <Moment at={erasure.decidedAt} />
            </>
          )}
        </p>
      </div>
      {erasure.allowedActions.length > 0 && (
        <div className="hub-row">
          {erasure.allowedActions.map(action => (
            <Button
              key={action}
              variant="secondary"
              size="medium"
              aria-label={`${VERBS[action]} the erasure of ${erasure.personReference}`}
              onPress={() => onDecide(action)}
            >
              {VERBS[action]}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
