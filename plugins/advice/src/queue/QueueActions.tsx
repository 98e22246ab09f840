import { ButtonLink } from '@backstage/ui';
import { useMe } from '@imsa-hub/ui';
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
      {has('advice.log-call') && (
        <ButtonLink variant="tertiary" size="medium" href={pagePaths.mails}>
          Mail to be logged{mailToLog > 0 && ` (${countOf(mailToLog)})`}
        </ButtonLink>
      )}
      {has('advice.answer') && (
        <ButtonLink variant="tertiary" size="medium" href={pagePaths.templates}>
          Templates
        </ButtonLink>
      )}
      {has('advice.retention') && (
        <ButtonLink
          variant="tertiary"
          size="medium"
          href={pagePaths.retention()}
        >
          How long queries are kept
        </ButtonLink>
      )}
      {has('advice.break-glass') && (
        <ButtonLink
          variant="tertiary"
          size="medium"
          href={pagePaths.breakGlass}
        >
          Open one you are held back from
        </ButtonLink>
      )}
    </>
  );
}
