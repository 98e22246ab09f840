import { Suspense } from 'react';
import type { HomeCard } from '@imsa-hub/home-react';
import {
  LoadingState,
  PageBody,
  PartBoundary,
  Section,
  useMe,
} from '@imsa-hub/ui';
import { cardsFor } from './cardsFor';
import { greeting, today } from './greeting';

/** What waits for this person, most pressing first. */
export function MyDayPage(props: {
  cards: readonly HomeCard[];
  /** For tests. */
  now?: Date;
}) {
  const { cards, now = new Date() } = props;
  const { person, has } = useMe();
  return (
    <PageBody
      title="My day"
      eyebrow={today(now)}
      lead={`${greeting({ name: person.name, now })}. Here is what waits for you, most pressing first.`}
    >
      <div className="hub-cards">
        {cardsFor({ cards, has }).map(({ id, title, Content }) => (
          <Section key={id} title={title}>
            <PartBoundary>
              <Suspense fallback={<LoadingState lines={3} />}>
                <Content />
              </Suspense>
            </PartBoundary>
          </Section>
        ))}
      </div>
    </PageBody>
  );
}
