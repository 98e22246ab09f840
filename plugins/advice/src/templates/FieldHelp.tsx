import { Section } from '@imsa-hub/ui';

/** What a template can name, and what stands there in the end. */
export function FieldHelp(props: {
  fields: readonly { name: string; means: string }[];
}) {
  return (
    <Section
      title="What is filled in"
      lead="Copy it into the text as it stands."
    >
      <dl className="advice-fields">
        {props.fields.map(({ name, means }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
