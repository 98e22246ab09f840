import { ButtonLink } from '@backstage/ui';
import { PageBody } from '@imsa-hub/ui';

/** For an address that leads nowhere, or to what this person may not see. */
export function NotFoundPage() {
  return (
    <PageBody
      title="This page does not exist"
      lead="It may have moved, or you may not have access to it. Both look the same here, on purpose."
      width="reading"
    >
      <div className="hub-row">
        <ButtonLink href="/" variant="primary" size="medium">
          Go to My day
        </ButtonLink>
      </div>
    </PageBody>
  );
}
