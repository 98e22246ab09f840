import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { Button, ButtonLink } from '@backstage/ui';
import {
  MailRecordSchema,
  type CreatedQuery,
  type MailRecord,
} from '@imsa-hub/advice-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageBody,
  StatusBadge,
  useHubQuery,
  useLive,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';
import { AskedPage } from '../ask/AskedPage';
import { AskForm } from '../ask/AskForm';
import { ASK_WORDS } from '../ask/askWords';
import { MailContent } from './MailContent';
import { MailHandled } from './MailHandled';
import { SetAsideForm } from './SetAsideForm';

const BACK = { href: pagePaths.mails, label: 'Mail to be logged' };

/** One mail, and beside it the form that makes a query of it. */
export function MailPage() {
  const { mailId = '' } = useParams();
  const navigate = useNavigate();
  const [created, setCreated] = useState<CreatedQuery>();
  const mail = useHubQuery({
    key: keys.mail(mailId),
    path: apiPaths.mail(mailId),
    schema: MailRecordSchema,
    enabled: !created,
  });
  useLive('advice');

  if (created) {
    return (
      <AskedPage
        created={created}
        way="mailbox"
        onAgain={() => navigate(pagePaths.mails)}
      />
    );
  }
  // What was shown before stays, unless it is not this person's to see.
  if (mail.error && (!mail.data || mail.error.status === 404)) {
    return mail.error.status === 404 ? (
      <PageBody title="This mail is not here" back={BACK}>
        <EmptyState
          title="It does not exist, or you may not see it"
          actions={
            <ButtonLink variant="primary" size="medium" href={pagePaths.mails}>
              Go to the mails
            </ButtonLink>
          }
        >
          Somebody may have logged it, or its content was destroyed.
        </EmptyState>
      </PageBody>
    ) : (
      <PageBody title="Mail" back={BACK}>
        <ErrorState
          error={mail.error}
          title="We could not load the mail"
          onRetry={() => void mail.refetch()}
        />
      </PageBody>
    );
  }
  if (!mail.data) {
    return (
      <PageBody title="Mail" back={BACK}>
        <LoadingState what="the mail" lines={8} />
      </PageBody>
    );
  }
  return <OpenMail key={mailId} mail={mail.data} onCreated={setCreated} />;
}

function OpenMail(props: {
  mail: MailRecord;
  onCreated(created: CreatedQuery): void;
}) {
  const { mail, onCreated } = props;
  const [aside, setAside] = useState<'any' | 'child'>();
  const canLog = mail.allowedActions.includes('log');
  return (
    <PageBody
      title="A mail to the advice line"
      lead={canLog ? ASK_WORDS.mailbox.lead : undefined}
      back={BACK}
      status={
        mail.automatic && (
          <StatusBadge tone="information">Written by a program</StatusBadge>
        )
      }
      actions={
        canLog &&
        !aside && (
          <Button
            variant="secondary"
            size="medium"
            onPress={() => setAside('any')}
          >
            Set it aside
          </Button>
        )
      }
    >
      {!canLog && <MailHandled mail={mail} />}
      <div className={canLog ? 'advice-beside' : undefined}>
        <MailContent mail={mail} />
        {canLog && (
          <div className="hub-stack">
            {aside ? (
              <SetAsideForm
                mail={mail}
                isAboutChild={aside === 'child'}
                onDone={() => setAside(undefined)}
                onClose={() => setAside(undefined)}
              />
            ) : (
              <AskForm
                way="mailbox"
                mail={mail}
                onCreated={onCreated}
                onChild={() => setAside('child')}
              />
            )}
          </div>
        )}
      </div>
    </PageBody>
  );
}
