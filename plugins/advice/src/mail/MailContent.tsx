import type { MailRecord } from '@imsa-hub/advice-common';
import { Facts, LongText, Marked, Moment, Section } from '@imsa-hub/ui';

/** A mail as it came, as text. Nothing in it is a link, and nothing is proved. */
export function MailContent(props: { mail: MailRecord; title?: string }) {
  const { mail, title = 'The mail' } = props;
  const { sender, attachments, marked, namedOrganisations } = mail;
  return (
    <Section
      title={title}
      lead={
        <>
          Received <Moment at={mail.receivedAt} />
        </>
      }
    >
      <Facts
        items={[
          {
            label: 'Says it is from',
            value: sender ? (
              <span className="advice-address">
                {sender.name && <>{sender.name} </>}
                {sender.address}
              </span>
            ) : (
              'Nobody in particular'
            ),
          },
          { label: 'Subject', value: mail.subject || 'None' },
          ...(attachments.length > 0
            ? [
                {
                  label: 'Attachments, not kept',
                  value: (
                    <ul className="advice-names">
                      {attachments.map((name, index) => (
                        <li key={`${index} ${name}`}>{name}</li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          ...(namedOrganisations.length > 0
            ? [
                {
                  label: 'Names',
                  value: namedOrganisations.map(({ name }) => name).join(', '),
                },
              ]
            : []),
        ]}
      />
      <LongText>{mail.text || 'It has no text.'}</LongText>
      {mail.cut && (
        <p className="hub-optional">It was longer. The rest is not kept.</p>
      )}
      <Marked marks={marked} advice="Leave it out of the question." />
    </Section>
  );
}
