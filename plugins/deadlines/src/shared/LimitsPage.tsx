import type { ReactNode } from 'react';
import { PageBody, SiblingPages } from '@imsa-hub/ui';
import { pagePaths } from './paths';

const VIEWS = [
  { id: 'rules', label: 'Rules', title: 'Legal limits', href: pagePaths.rules },
  {
    id: 'work-out',
    label: 'Work out a limit',
    title: 'Work out a limit',
    href: pagePaths.workOut,
  },
  {
    id: 'holidays',
    label: 'Bank holidays',
    title: 'Bank holidays',
    href: pagePaths.holidays,
  },
] as const;

/** The frame of the three views of legal limits. */
export function LimitsPage(props: {
  view: (typeof VIEWS)[number]['id'];
  lead: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { view, lead, actions, children } = props;
  const current = VIEWS.find(({ id }) => id === view);
  return (
    <PageBody
      title={current?.title ?? 'Legal limits'}
      lead={lead}
      actions={actions}
    >
      <SiblingPages label="Legal limits" pages={VIEWS} current={view} />
      {children}
    </PageBody>
  );
}
