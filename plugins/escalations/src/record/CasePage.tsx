import type { EscalationPanel } from '@imsa-hub/escalations-react';
import { LoadingState, PageBody, RecordNotFound, useLive } from '@imsa-hub/ui';
import { useParams } from 'react-router-dom';
import { useBack } from '../api/useBack';
import { useCase } from '../api/useCase';
import { MyWordsView } from './MyWordsView';
import { WholeView } from './WholeView';

/** One case: whole, or what its raiser wrote. */
export function CasePage(props: { panels: readonly EscalationPanel[] }) {
  const { caseId = '' } = useParams();
  const { record, error, retry } = useCase(caseId);
  const back = useBack();
  useLive('escalations');

  // What was shown before stays, unless it is not this person's to see.
  if (error && (!record || error.status === 404)) {
    return (
      <RecordNotFound
        noun="case"
        back={back}
        goLabel={`Go to ${back.label.toLowerCase()}`}
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!record) {
    return (
      <PageBody title="Case">
        <LoadingState what="the case" lines={8} />
      </PageBody>
    );
  }
  return record.scope === 'whole' ? (
    <WholeView key={record.id} record={record} panels={props.panels} />
  ) : (
    <MyWordsView key={record.id} record={record} />
  );
}
