import { ButtonLink } from '@backstage/ui';
import type { EscalationDay } from '@imsa-hub/escalations-common';
import { MoreLinks, useMe } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** Where one can go from the desk, by what is open to this person. */
export function DeskActions(props: { day: EscalationDay | undefined }) {
  const { has } = useMe();
  const drafts = props.day?.drafts ?? 0;
  return (
    <>
      {has('escalations.raise') && (
        <ButtonLink variant="primary" size="medium" href={pagePaths.raise}>
          Bring a case to the Hub
          {drafts > 0 && ` (${drafts === 1 ? '1 draft' : `${drafts} drafts`})`}
        </ButtonLink>
      )}
      <ButtonLink variant="secondary" size="medium" href={pagePaths.search}>
        Find a case
      </ButtonLink>
      <MoreLinks
        links={[
          has('escalations.retention') && {
            label: 'How long cases are kept',
            href: pagePaths.retention(),
          },
          has('escalations.break-glass') && {
            label: 'Open one you are held back from',
            href: pagePaths.breakGlass,
          },
        ]}
      />
    </>
  );
}
