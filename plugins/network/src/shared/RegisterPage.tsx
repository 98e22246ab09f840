import type { ReactNode } from 'react';
import { ButtonLink } from '@backstage/ui';
import { PageBody, SiblingPages, useMe } from '@imsa-hub/ui';
import { pagePaths } from './paths';

const VIEWS = [
  { id: 'people', label: 'People', href: pagePaths.people },
  {
    id: 'organisations',
    label: 'Organisations',
    href: pagePaths.organisations,
  },
] as const;

/** The frame of the register's two lists. */
export function RegisterPage(props: {
  view: (typeof VIEWS)[number]['id'];
  lead: string;
  children: ReactNode;
}) {
  const { view, lead, children } = props;
  const { has } = useMe();
  const current = VIEWS.find(({ id }) => id === view);
  return (
    <PageBody
      title={current?.label ?? 'Network'}
      eyebrow="Network register"
      lead={lead}
      actions={
        has('network.manage') && (
          <ButtonLink href={pagePaths.import} variant="secondary" size="medium">
            Import from CSV
          </ButtonLink>
        )
      }
    >
      <SiblingPages label="Register" pages={VIEWS} current={view} />
      {children}
    </PageBody>
  );
}
