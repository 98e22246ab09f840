import { useEffect, useRef } from 'react';
import { Button, ButtonLink } from '@backstage/ui';
import type { CreatedQuery } from '@imsa-hub/advice-common';
import { PageBody, Section } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { ReceiptCode } from './ReceiptCode';

/** It has arrived: under which reference, and what happens next. */
export function AskedPage(props: {
  created: CreatedQuery;
  isCall: boolean;
  onAgain(): void;
}) {
  const { created, isCall, onAgain } = props;
  const box = useRef<HTMLDivElement>(null);
  // The form has gone and took the focus with it.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('h1, h2')?.focus();
    window.scrollTo({ top: 0 });
  }, []);

  return (
    <div ref={box}>
      <PageBody
        title={isCall ? 'The call is logged' : 'Your question has arrived'}
        lead={
          <p>
            Its reference is <strong>{created.reference}</strong>.
          </p>
        }
        width="reading"
      >
        {created.receiptCode && <ReceiptCode code={created.receiptCode} />}
        <Section title="What happens next">
          <ol className="advice-steps">
            <li>The coordinator reads it and decides who should answer.</li>
            <li>
              An adviser writes the reply; some are read by a second person.
            </li>
            <li>
              {isCall
                ? 'The caller reads the reply with the receipt code, or hears it when they ring again.'
                : 'You get a notification, and find the reply under “Asked by me”.'}
            </li>
          </ol>
          <div className="hub-row">
            <ButtonLink
              variant="primary"
              size="medium"
              href={pagePaths.query(created.id)}
            >
              Open {created.reference}
            </ButtonLink>
            <Button variant="secondary" size="medium" onPress={onAgain}>
              {isCall ? 'Log another call' : 'Ask another question'}
            </Button>
          </div>
        </Section>
      </PageBody>
    </div>
  );
}
