import { useState } from 'react';
import type { CreatedQuery } from '@imsa-hub/advice-common';
import { PageBody } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { AskForm } from './AskForm';
import { AskedPage } from './AskedPage';

/** Asks the advice line a question, or logs a call for somebody who rang. */
export function AskPage(props: { isCall: boolean }) {
  const { isCall } = props;
  const [created, setCreated] = useState<CreatedQuery>();
  if (created) {
    return (
      <AskedPage
        created={created}
        isCall={isCall}
        onAgain={() => setCreated(undefined)}
      />
    );
  }
  return (
    <PageBody
      title={isCall ? 'Log a call' : 'Ask a question'}
      lead={
        isCall
          ? 'Write down what somebody on the phone asks, so that it is answered like any other question.'
          : 'An adviser of the Hub answers you here. Nobody is refused because of NRM status, public funds or behaviour.'
      }
      back={{ href: pagePaths.queue, label: 'Advice line' }}
      width="reading"
    >
      <AskForm isCall={isCall} onCreated={setCreated} />
    </PageBody>
  );
}
