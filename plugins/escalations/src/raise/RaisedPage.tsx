import { ButtonLink } from '@backstage/ui';
import type { Choices } from '@imsa-hub/escalations-common';
import { PageBody, Section } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** It is with the Hub: how it is called there, and what happens next. */
export function RaisedPage(props: {
  raised: { id: string; reference: string };
  /** How to reach the Hub; not known where the lists did not load. */
  contact?: Choices['contact'];
}) {
  const { id, reference } = props.raised;
  const { phone = null, mail = null } = props.contact ?? {};
  return (
    <PageBody
      title={`Your case is with the Hub: ${reference}`}
      lead="You stay its lead IMSA."
      back={{ href: pagePaths.view('raised-by-me'), label: 'Brought by me' }}
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
          {(phone || mail) && (
            <li>
              If it becomes urgent,{' '}
              {phone && (
                <>
                  ring the Hub on{' '}
                  <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
                </>
              )}
              {phone && mail && ', or '}
              {mail && (
                <>
                  write to <a href={`mailto:${mail}`}>{mail}</a>
                </>
              )}
              . Say the reference, and no names.
            </li>
          )}
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
