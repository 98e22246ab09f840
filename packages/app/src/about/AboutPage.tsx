import { Facts, PageBody, Section } from '@imsa-hub/ui';
import { version } from '../../package.json';

/** Version, acknowledgement, licence, accessibility. */
export function AboutPage() {
  return (
    <PageBody
      title="About IMSA Hub"
      lead="The console in which the Hub and its network of Independent Modern Slavery Advocates do their work together."
      width="reading"
    >
      <Section title="This installation">
        <Facts
          items={[
            { label: 'Version', value: version },
            {
              label: 'Built on',
              value: 'Backstage, under the Apache 2.0 licence',
            },
            {
              label: 'Licence',
              value:
                'No licence is granted without an agreement with its owner',
            },
          ]}
        />
      </Section>
      <Section title="Acknowledgement">
        <p>
          “IMSA” is a registered mark of Hope for Justice. The text of the
          National Framework that this console supports is theirs too. This
          software is not part of the framework and does not speak for it.
        </p>
      </Section>
      <Section title="What it does not do">
        <p>
          Dates and limits shown here are reminders with their source. They are
          not legal advice. Check the source before you rely on one.
        </p>
      </Section>
      <Section title="Accessibility">
        <p>
          We aim at the Web Content Accessibility Guidelines 2.2, level AA.
          Everything works with the keyboard alone; press ? on any page to see
          the shortcuts. If something stands in your way, tell the Hub: that
          counts as a fault, not as a wish.
        </p>
      </Section>
    </PageBody>
  );
}
