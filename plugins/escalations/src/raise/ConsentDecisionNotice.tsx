import { Button } from '@backstage/ui';
import type { Draft } from '@imsa-hub/escalations-common';
import {
  LongText,
  Moment,
  nameOf,
  Notice,
  useLive,
  useOnce,
} from '@imsa-hub/ui';
import { useAskConsentDecision } from '../api/useConsentRequests';
import { useDraftRecord } from '../api/useDrafts';

/**
 * Where the survivor does not agree: what the Hub decided, or the way to ask.
 * Nothing of the draft is shown to whoever decides but the reason in it.
 */
export function ConsentDecisionNotice({ draft }: { draft: Draft }) {
  const once = useOnce();
  const ask = useAskConsentDecision(draft.id);
  if (draft.answers.consent !== 'not-given') return null;
  const { state, askedAt, by, reason } = draft.consentDecision;
  if (state === 'granted') {
    return (
      <Notice tone="warning" title="It can be brought without agreement">
        {by && reason && <LongText>{`${nameOf(by)}: ${reason}`}</LongText>}
        <p>Change your reason, and somebody has to decide again.</p>
      </Notice>
    );
  }
  if (state === 'waiting') {
    return <WaitsForDecision draftId={draft.id} askedAt={askedAt} />;
  }
  if (state === 'refused') {
    return (
      <Notice tone="warning" title="It stays with you without agreement">
        {by && reason && <LongText>{`${nameOf(by)}: ${reason}`}</LongText>}
        <p>
          You can ask on the advice line, without anything of the case. If
          something has changed, change your reason and ask again.
        </p>
      </Notice>
    );
  }
  const hasReason = Boolean(draft.answers.consentOverride);
  return (
    <Notice tone="warning" title="The survivor does not agree">
      <p>
        A senior IMSA or the Hub Manager can decide that it is brought all the
        same. They see your reason and nothing else of this draft. Without that,
        ask on the advice line, without anything of the case.
      </p>
      {ask.error && <p role="alert">{ask.error.message}</p>}
      {hasReason && (
        <Button
          variant="secondary"
          size="medium"
          isPending={ask.isPending}
          onPress={() =>
            once(() => ask.mutateAsync({ version: draft.version }))
          }
        >
          Ask the Hub to decide
        </Button>
      )}
    </Notice>
  );
}

/** The one thing about a draft that somebody else decides: it comes by itself. */
function WaitsForDecision(props: { draftId: string; askedAt: string | null }) {
  const { draftId, askedAt } = props;
  const { refetch } = useDraftRecord(draftId);
  useLive('escalations', () => void refetch());
  return (
    <Notice title="The Hub has been asked to decide">
      Asked on {askedAt && <Moment at={askedAt} />}. You get a notice when it is
      decided, and read it here. If somebody is in danger now, ring the Hub.
    </Notice>
  );
}
