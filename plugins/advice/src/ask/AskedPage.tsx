import { useEffect, useRef } from 'react';
import { Button, ButtonLink } from '@backstage/ui';
import type { CreatedQuery } from '@imsa-hub/advice-common';
import { PageBody, Section } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { ASK_WORDS, type AskWay } from './askWords';
import { ReceiptCode } from './ReceiptCode';

/** It has arrived: under which reference, and what happens next. */
export function AskedPage(props: {
  created: CreatedQuery;
  way: AskWay;
  onAgain(): void;
}) {
  const { created, way, onAgain } = props;
  const words = ASK_WORDS[way];
  const box = useRef<HTMLDivElement>(null);
  // The form has gone and took the focus with it.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('h1, h2')?.focus();
    window.scrollTo({ top: 0 });
  }, []);

  return (
    <div ref={box}>
      <PageBody
        title={words.asked}
        lead={
          <p>
            Its reference is <strong>{created.reference}</strong>.
          </p>
        }
        width="reading"
      >
        {created.receiptCode && (
          <ReceiptCode code={created.receiptCode} way={way} />
        )}
        <Section title="What happens next">
          <ol className="advice-steps">
            <li>The coordinator reads it and decides who should answer.</li>
            <li>
              An adviser writes the reply; some are read by a second person.
            </li>
            <li>{words.reply}</li>
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
              {words.again}
            </Button>
          </div>
        </Section>
      </PageBody>
    </div>
  );
}
