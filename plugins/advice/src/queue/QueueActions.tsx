import { ButtonLink } from '@backstage/ui';
import { MoreLinks, useMe } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** Counts stop at 100. */
const countOf = (count: number) => (count >= 100 ? '100+' : `${count}`);

/** Where one can go from the queue, by what is open to this person. */
export function QueueActions(props: { mailToLog?: number }) {
  const { mailToLog = 0 } = props;
  const { has } = useMe();
  return (
    <>
      {has('advice.ask') && (
        <ButtonLink variant="primary" size="medium" href={pagePaths.ask}>
          Ask a question
        </ButtonLink>
      )}
      {has('advice.log-call') && (
        <ButtonLink variant="secondary" size="medium" href={pagePaths.logCall}>
          Log a call
        </ButtonLink>
      )}
      <MoreLinks
        links={[
          has('advice.log-call') && {
            label:
              mailToLog > 0
                ? `Mail to be logged (${countOf(mailToLog)})`
                : 'Mail to be logged',
            href: pagePaths.mails,
          },
          has('advice.answer') && {
            label: 'Templates',
            href: pagePaths.templates,
          },
          has('advice.retention') && {
            label: 'How long queries are kept',
            href: pagePaths.retention(),
          },
          has('advice.break-glass') && {
            label: 'Open one you are held back from',
            href: pagePaths.breakGlass,
          },
        ]}
      />
    </>
  );
}
