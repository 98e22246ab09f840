import {
  ErasureListSchema,
  type ErasureAction,
  type ErasureView,
} from '@imsa-hub/network-common';
import { ConfirmDialog, useHubMutation, useToast } from '@imsa-hub/ui';
import { apiPaths } from '../shared/paths';

const WORDS: Readonly<
  Record<
    ErasureAction,
    { title: string; what: string; label: string; done: string }
  >
> = {
  confirm: {
    title: 'Erase the details of',
    what: 'Everything that says who this was goes for good. It cannot be undone. What they did stays in the audit trail, under the reference.',
    label: 'Erase',
    done: 'The details are erased',
  },
  decline: {
    title: 'Decline the erasure of',
    what: 'Their details stay. Whoever asked can ask again.',
    label: 'Decline',
    done: 'The erasure is declined',
  },
  withdraw: {
    title: 'Take back the erasure of',
    what: 'Their details stay.',
    label: 'Take back',
    done: 'The erasure is taken back',
  },
};

/** Asks before an erasure is decided on. */
export function DecideDialog(props: {
  erasure: ErasureView;
  action: ErasureAction;
  onClose(): void;
}) {
  const { erasure, action, onClose } = props;
  const words = WORDS[action];
  const toast = useToast();
  const decide = useHubMutation({
    path: apiPaths.decideErasure({ erasureId: erasure.id, action }),
    body: () => ({}),
    schema: ErasureListSchema,
    invalidates: [['network']],
    onSuccess: () => {
      toast({ message: words.done });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      destructive={action === 'confirm'}
      title={`${words.title} ${erasure.personReference}?`}
      confirmLabel={words.label}
      isPending={decide.isPending}
      problem={decide.error}
      onConfirm={() => decide.mutate(undefined)}
      onClose={onClose}
    >
      <p>{words.what}</p>
    </ConfirmDialog>
  );
}
