import { Button } from '@backstage/ui';
import {
  MAIL_CATEGORIES,
  MAIL_CATEGORY_NAMES,
  type MailCategory,
  type MailRecord,
} from '@imsa-hub/advice-common';
import {
  FormActions,
  HubForm,
  needed,
  Notice,
  RadioGroup,
  ReasonField,
  Section,
  useCheck,
  useDraft,
  useOnce,
  useToast,
} from '@imsa-hub/ui';
import type { OtherQuery } from '../actions/otherQuery';
import { OtherQueryField } from '../actions/OtherQueryField';
import { useMailAction } from '../api/useMailAction';

const HINTS: Readonly<Record<MailCategory, string>> = {
  spam: 'Advertisements, fraud, nonsense.',
  'not-for-us': 'Say below where they were pointed to, if anywhere.',
  duplicate: 'Whoever may not see that query will not see this mail either.',
};

/** What is said of a mail about a child; it can be changed. */
const ABOUT_CHILD = {
  category: 'not-for-us' as const,
  reason:
    'It is about somebody under 18, so children’s services are the ones to turn to.',
};

interface AsideDraft {
  category: MailCategory | '';
  reason: string;
  duplicateOf: OtherQuery | null;
}

/** Sets a mail aside: it is not logged, and destroyed after a while. */
export function SetAsideForm(props: {
  mail: MailRecord;
  /** The form begins with that reason. */
  isAboutChild?: boolean;
  onDone(): void;
  onClose(): void;
}) {
  const { mail, onDone, onClose } = props;
  const [draft, setDraft, clear] = useDraft<AsideDraft>({
    key: `advice.set-aside.${mail.id}${props.isAboutChild ? '.child' : ''}`,
    initial: {
      ...(props.isAboutChild ? ABOUT_CHILD : { category: '', reason: '' }),
      duplicateOf: null,
    },
  });
  const change = (part: Partial<AsideDraft>) => setDraft({ ...draft, ...part });
  const toast = useToast();
  const once = useOnce();
  const isDuplicate = draft.category === 'duplicate';
  const { errors, checkNow } = useCheck(() =>
    needed([
      {
        field: 'category',
        value: draft.category,
        message: 'Choose what it is',
      },
      ...(isDuplicate
        ? [
            {
              field: 'duplicateOfId',
              value: draft.duplicateOf?.id ?? '',
              message: 'Find the query in which it was asked already',
            },
          ]
        : []),
      { field: 'reason', value: draft.reason, message: 'Say why' },
    ]),
  );
  const aside = useMailAction({
    mailId: mail.id,
    verb: 'set-aside',
    onDone: () => {
      clear();
      toast({ message: 'The mail is set aside' });
      onDone();
    },
  });
  const submit = () => {
    if (checkNow()) return;
    once(() =>
      aside.mutateAsync({
        category: draft.category,
        reason: draft.reason,
        duplicateOfId: isDuplicate ? draft.duplicateOf?.id : null,
        version: mail.version,
      }),
    );
  };

  return (
    <Section
      title="Set it aside"
      lead="It can be put back until its content is destroyed."
    >
      {aside.error?.isStale && (
        <Notice tone="warning" title="Somebody else was here first" announce>
          {aside.error.detail}
        </Notice>
      )}
      <HubForm
        label="Set it aside"
        onSubmit={submit}
        errors={errors}
        problem={aside.error}
      >
        <RadioGroup
          name="category"
          label="What is it?"
          choices={MAIL_CATEGORIES.map(value => ({
            value,
            label: MAIL_CATEGORY_NAMES[value],
            hint: HINTS[value],
          }))}
          value={draft.category}
          onChange={category => change({ category })}
        />
        {isDuplicate && (
          <OtherQueryField
            name="duplicateOfId"
            label="The query in which it was asked already"
            without=""
            value={draft.duplicateOf}
            onChange={duplicateOf => change({ duplicateOf })}
          />
        )}
        <ReasonField
          label="Why?"
          hint="It is kept sealed, and destroyed with the mail."
          value={draft.reason}
          onChange={reason => change({ reason })}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isPending={aside.isPending}
          >
            Set the mail aside
          </Button>
          <Button variant="tertiary" size="medium" onPress={onClose}>
            Not now
          </Button>
        </FormActions>
      </HubForm>
    </Section>
  );
}
