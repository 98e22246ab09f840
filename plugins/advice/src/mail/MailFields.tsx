import { Button } from '@backstage/ui';
import { LONG_TEXT, type MailRecord } from '@imsa-hub/advice-common';
import { CheckboxGroup, Notice, RadioGroup, Section } from '@imsa-hub/ui';
import type { AskFieldsProps } from '../ask/AskFieldsProps';
import { askerKindChoices } from '../words/choices';

const RECEIPT = 'receipt';

/** Who asks, how they read the reply, and whether their address is safe. */
export function MailFields(props: AskFieldsProps & { mail: MailRecord }) {
  const { draft, change, mail } = props;
  const mayWrite = mail.answerable && draft.giveReceiptCode;
  return (
    <Section
      title="Whoever wrote"
      lead="The sender’s address proves nothing: anybody can write any address. Leave names out."
    >
      <RadioGroup
        name="askerKind"
        label="Who asks, as far as the mail says?"
        choices={askerKindChoices}
        value={draft.askerKind}
        onChange={askerKind => change({ askerKind })}
      />
      <CheckboxGroup
        name="giveReceiptCode"
        label="How do they get the reply?"
        choices={[
          {
            value: RECEIPT,
            label: 'By a receipt code',
            hint: 'With it they read the reply on the public page and write back. Without it nobody outside can read the reply.',
          },
        ]}
        value={draft.giveReceiptCode ? [RECEIPT] : []}
        onChange={chosen =>
          change(
            chosen.includes(RECEIPT)
              ? { giveReceiptCode: true }
              : { giveReceiptCode: false, writing: 'no' },
          )
        }
      />
      {mayWrite ? (
        <RadioGroup
          name="writing"
          label="Is it safe to write to this address?"
          hint="Somebody else may read the mails. A mail from us never says what it is about: only that there is something, and where to read it."
          choices={[
            { value: 'no', label: 'No, or not known: send nothing' },
            {
              value: 'without-code',
              label: 'Yes, without the code',
              hint: 'You give them the code in another way. It is shown to you once.',
            },
            {
              value: 'with-code',
              label: 'Yes, and the receipt code may be in the mail',
              hint: 'Whoever reads that mail can read the question and the reply. Only where they alone read it.',
            },
          ]}
          value={draft.writing}
          onChange={writing => change({ writing })}
        />
      ) : (
        <Notice title="Nothing is sent to the address">
          {mail.answerable
            ? 'Without a receipt code there would be nothing for them to open.'
            : 'It is not one plain address, or a program wrote the mail.'}
        </Notice>
      )}
      {draft.question === '' && mail.text !== '' && (
        <div className="hub-row">
          <Button
            variant="secondary"
            size="medium"
            onPress={() => change({ question: mail.text.slice(0, LONG_TEXT) })}
          >
            Begin with the mail’s words
          </Button>
        </div>
      )}
    </Section>
  );
}
