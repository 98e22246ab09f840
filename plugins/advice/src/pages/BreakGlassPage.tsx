import { Button } from '@backstage/ui';
import {
  FormActions,
  HubForm,
  Notice,
  PageBody,
  TextField,
  useDraft,
  useHubMutation,
} from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { z } from 'zod';
import { needed } from '../actions/needed';
import { ReasonField } from '../actions/ReasonField';
import { useCheck } from '../actions/useCheck';
import { useOnce } from '../api/useOnce';
import { apiPaths, pagePaths } from '../api/paths';

const OpenedSchema = z.object({ id: z.string() });

/** Opens a query from which the Hub Manager is closed off, with a reason. */
export function BreakGlassPage() {
  const navigate = useNavigate();
  const [value, setValue, clear] = useDraft({
    key: 'advice.break-glass',
    initial: { reference: '', reason: '' },
  });
  const { errors, checkNow } = useCheck(() =>
    needed([
      {
        field: 'reference',
        value: value.reference,
        message: 'Enter a reference such as ADV-7K3M9Q',
      },
      {
        field: 'reason',
        value: value.reason,
        message: 'Say why, in a sentence',
      },
    ]),
  );
  const open = useHubMutation({
    path: apiPaths.breakGlass,
    schema: OpenedSchema,
    body: (input: object) => input,
    onSuccess: ({ id }) => {
      clear();
      navigate(pagePaths.query(id));
    },
  });
  const once = useOnce();
  const submit = () => {
    if (!checkNow()) once(() => open.mutateAsync(value));
  };

  return (
    <PageBody
      title="Open a closed-off query"
      lead="For a query that you may not see because of a conflict, when somebody’s safety cannot wait."
      back={{ href: pagePaths.queue, label: 'Advice line' }}
      width="reading"
    >
      <Notice tone="warning" title="What happens when you open it">
        <ul>
          <li>You can see it for 60 minutes.</li>
          <li>
            Those who take part in it are told that you opened it. Those who
            work on it see why.
          </li>
          <li>It stays in the audit trail for good.</li>
        </ul>
      </Notice>
      <HubForm
        label="Open a closed-off query"
        onSubmit={submit}
        errors={errors}
        problem={open.error}
      >
        <TextField
          name="reference"
          label="Reference"
          hint="As it was told to you, such as ADV-7K3M9Q."
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
