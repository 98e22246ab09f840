import { Button, ButtonLink } from '@backstage/ui';
import type { DraftList } from '@imsa-hub/escalations-common';
import { ConfirmDialog, Moment, Section, useToast } from '@imsa-hub/ui';
import { useState } from 'react';
import { pagePaths } from '../api/paths';
import { useDeleteDraft } from '../api/useDrafts';

type DraftLine = DraftList['drafts'][number];

/** How a draft is called: by its case reference, once that was given. */
const nameOfDraft = ({ caseReference }: DraftLine) =>
  caseReference ?? 'Without a case reference';

/** What this person is writing; nobody else sees it. */
export function DraftsSection({ drafts }: { drafts: readonly DraftLine[] }) {
  const [doomed, setDoomed] = useState<DraftLine>();
  const toast = useToast();
  const remove = useDeleteDraft(() => {
    setDoomed(undefined);
    toast({ message: 'The draft was deleted' });
  });
  if (drafts.length === 0) return null;
  return (
    <Section title="Your drafts" lead="Nobody else can see them.">
      <ul className="raise-lines">
        {drafts.map(draft => (
          <li key={draft.id} className="raise-line">
            <div>
              <strong>{nameOfDraft(draft)}</strong>
              <p className="hub-optional">
                {draft.returned ? 'Returned to you' : draft.typeTitle}, saved{' '}
                <Moment at={draft.savedAt} />
              </p>
            </div>
            <div className="hub-row">
              <ButtonLink
                variant="secondary"
                size="medium"
                href={pagePaths.draft(draft.id)}
                aria-label={`Go on with ${nameOfDraft(draft)}`}
              >
                Go on
              </ButtonLink>
              <Button
                variant="tertiary"
                size="medium"
                aria-label={`Delete ${nameOfDraft(draft)}`}
                onPress={() => setDoomed(draft)}
              >
                Delete
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={doomed !== undefined}
        title="Delete this draft?"
        confirmLabel="Delete draft"
        destructive
        isPending={remove.isPending}
        problem={remove.error}
        onConfirm={() => doomed && remove.mutate(doomed.id)}
        onClose={() => setDoomed(undefined)}
      >
        {doomed?.returned
          ? 'What you changed since it was returned is gone for good. The case itself stays, and you can begin to mend it again.'
          : 'What you wrote in it is gone for good.'}
      </ConfirmDialog>
    </Section>
  );
}
