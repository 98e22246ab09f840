import { useState } from 'react';
import type { CreatedQuery } from '@imsa-hub/advice-common';
import { PageBody } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { AskForm } from './AskForm';
import { ASK_WORDS } from './askWords';
import { AskedPage } from './AskedPage';

/** Asks the advice line a question, or logs a call for somebody who rang. */
export function AskPage(props: { way: 'console' | 'phone' }) {
  const { way } = props;
  const words = ASK_WORDS[way];
  const [created, setCreated] = useState<CreatedQuery>();
  if (created) {
    return (
      <AskedPage
        created={created}
        way={way}
        onAgain={() => setCreated(undefined)}
      />
    );
  }
  return (
    <PageBody
      title={words.title}
      lead={words.lead}
      back={{ href: pagePaths.queue, label: 'Advice line' }}
      width="reading"
    >
      <AskForm way={way} onCreated={setCreated} />
    </PageBody>
  );
}
