import { ButtonLink } from '@backstage/ui';
import { PageBody, Section } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** It is with the Hub: how it is called there, and what happens next. */
export function RaisedPage(props: {
  raised: { id: string; reference: string };
}) {
  const { id, reference } = props.raised;
  return (
    <PageBody
      title={`Your case is with the Hub: ${reference}`}
      lead="You stay its lead IMSA."
      back={{ href: pagePaths.view('raised-by-me'), label: 'What I brought' }}
      width="reading"
    >
      <Section title="What happens next">
        <ol>
          <li>
            Somebody at the Hub reads it, and accepts it or returns it to you
            with the reason. You are told either way.
          </li>
          <li>
            Until then you can add events and meetings, and what the survivor
            says.
          </li>
          <li>
            If something presses more than this can wait, ring the Hub and say
            the reference.
          </li>
        </ol>
        <div className="hub-row">
          <ButtonLink variant="primary" size="medium" href={pagePaths.case(id)}>
            Open {reference}
          </ButtonLink>
        </div>
      </Section>
    </PageBody>
  );
}
