import { Button, ButtonLink } from '@backstage/ui';
import { MAIL_CATEGORY_NAMES, type MailRecord } from '@imsa-hub/advice-common';
import {
  Marked,
  Moment,
  nameOf,
  Notice,
  useOnce,
  useToast,
} from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { useMailAction } from '../api/useMailAction';

/** Who logged a mail or set it aside, and what can be done about it. */
export function MailHandled({ mail }: { mail: MailRecord }) {
  const toast = useToast();
  const once = useOnce();
  const back = useMailAction({
    mailId: mail.id,
    verb: 'put-back',
    onDone: () => toast({ message: 'The mail is back in the list' }),
  });
  const who = mail.handledBy ? nameOf(mail.handledBy) : 'Somebody';
  const isLogged = mail.status === 'logged';
  return (
    <Notice
      announce
      title={
        isLogged
          ? `${who} has logged this mail`
          : `${who} has set this mail aside`
      }
      actions={
        <>
          {mail.query && (
            <ButtonLink
              variant="primary"
              size="medium"
              href={pagePaths.query(mail.query.id)}
            >
              Open {mail.query.reference}
            </ButtonLink>
          )}
          {mail.allowedActions.includes('put-back') && (
            <Button
              variant="secondary"
              size="medium"
              isPending={back.isPending}
              onPress={() =>
                once(() => back.mutateAsync({ version: mail.version }))
              }
            >
              Put it back
            </Button>
          )}
        </>
      }
    >
      {mail.handledAt && (
        <p>
          <Moment at={mail.handledAt} />
        </p>
      )}
      {mail.category && (
        <p>
          {MAIL_CATEGORY_NAMES[mail.category]}. {mail.reason}
        </p>
      )}
      <Marked marks={mail.reasonMarked} />
      {mail.destroyOn && (
        <p>
          Its content is destroyed after <Moment at={mail.destroyOn} />.
        </p>
      )}
      {back.error && <p>{back.error.detail}</p>}
    </Notice>
  );
}
