import { Button } from '@backstage/ui';
import { z } from 'zod';
import { useHubMutation } from '../api/useHubMutation';
import { useOnce } from '../api/useOnce';
import { Notice } from '../feedback/Notice';
import { FormActions } from '../forms/FormActions';
import { HubForm } from '../forms/HubForm';
import { needed } from '../forms/needed';
import { ReasonField } from '../forms/ReasonField';
import { TextField } from '../forms/TextField';
import { useCheck } from '../forms/useCheck';
import { useDraft } from '../forms/useDraft';
import { PageBody } from './PageBody';

const OpenedSchema = z.object({ id: z.string() });

/** Opens a record that the Hub Manager is held back from, with a reason. */
export function BreakGlassForm(props: {
  /** What is opened: "query". */
  noun: string;
  back: { href: string; label: string };
  /** A reference as it is told: "ADV-7K3M9Q". */
  example: string;
  path: string;
  /** A sentence: who can read the reason. */
  whoSeesWhy?: string;
  /** Names what is kept while it is typed. */
  draftKey: string;
  onOpened(id: string): void;
}) {
  const { noun, example, onOpened } = props;
  const title = `Open a ${noun} you are held back from`;
  const [value, setValue, clear] = useDraft({
    key: props.draftKey,
    initial: { reference: '', reason: '' },
  });
  const { errors, checkNow } = useCheck(() =>
    needed([
      {
        field: 'reference',
        value: value.reference,
        message: `Enter a reference such as ${example}`,
      },
      {
        field: 'reason',
        value: value.reason,
        message: 'Say why, in a sentence',
      },
    ]),
  );
  const open = useHubMutation({
    path: props.path,
    schema: OpenedSchema,
    body: (input: object) => input,
    onSuccess: ({ id }) => {
      clear();
      onOpened(id);
    },
  });
  const once = useOnce();
  const submit = () => {
    if (!checkNow()) once(() => open.mutateAsync(value));
  };

  return (
    <PageBody
      title={title}
      lead={`For a ${noun} that you may not see because of a conflict, when somebody’s safety cannot wait.`}
      back={props.back}
      width="reading"
    >
      <Notice tone="warning" title="What happens when you open it">
        <ul>
          <li>You can see it for 60 minutes.</li>
          <li>
            Those who take part in it are told that you opened it.{' '}
            {props.whoSeesWhy}
          </li>
          <li>It stays in the audit trail for good.</li>
        </ul>
      </Notice>
      <HubForm
        label={title}
        onSubmit={submit}
        errors={errors}
        problem={open.error}
      >
        <TextField
          name="reference"
          label="Reference"
          hint={`As it was told to you, such as ${example}.`}
          size="medium"
          value={value.reference}
          onChange={reference => setValue({ ...value, reference })}
        />
        <ReasonField
          label="Why must you see it?"
          value={value.reason}
          onChange={reason => setValue({ ...value, reason })}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            destructive
            isPending={open.isPending}
          >
            Open it for 60 minutes
          </Button>
        </FormActions>
      </HubForm>
    </PageBody>
  );
}
