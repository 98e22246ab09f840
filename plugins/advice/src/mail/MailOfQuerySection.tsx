import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  MailOfQuerySchema,
  MailRecordSchema,
  type MailOfQuery,
} from '@imsa-hub/advice-common';
import {
  ConfirmDialog,
  Moment,
  QueryBoundary,
  Section,
  useHubQuery,
  useMe,
  useOnce,
  useToast,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import { useMailAction } from '../api/useMailAction';
import { MailContent } from './MailContent';
import { NOTE_KINDS, noteOutcome } from './noteWords';

/** The mail that a query came by, and what was sent back to its address. */
export function MailOfQuerySection({ queryId }: { queryId: string }) {
  const { has } = useMe();
  const canSee = has('advice.log-call');
  const mail = useHubQuery({
    key: keys.mailOfQuery(queryId),
    path: apiPaths.mailOfQuery(queryId),
    schema: MailOfQuerySchema,
    enabled: canSee,
  });
  if (!canSee) return null;
  return (
    <Section title="It came by mail">
      <QueryBoundary query={mail} what="what was sent back">
        {data => <SentBack mail={data} />}
      </QueryBoundary>
    </Section>
  );
}

function SentBack({ mail }: { mail: MailOfQuery }) {
  const [isOpen, setIsOpen] = useState(false);
  const content = useHubQuery({
    key: keys.mail(mail.mailId),
    path: apiPaths.mail(mail.mailId),
    schema: MailRecordSchema,
    enabled: isOpen,
  });
  return (
    <div className="hub-stack">
      <p>
        {mail.mayWrite
          ? 'Mails without content go to the address: that there is something to read, and where.'
          : 'Nothing is sent to the address.'}
      </p>
      {mail.notes.length > 0 && (
        <ul className="advice-names">
          {mail.notes.map(({ id, kind, madeAt, outcome }) => (
            <li key={id}>
              {NOTE_KINDS[kind]}, <Moment at={madeAt} />: {noteOutcome(outcome)}
            </li>
          ))}
        </ul>
      )}
      <div className="hub-row">
        <Button
          variant="secondary"
          size="medium"
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Hide the mail' : 'Show the mail as it came'}
        </Button>
        {mail.allowedActions.includes('stop-writing') && (
          <StopWriting mailId={mail.mailId} />
        )}
      </div>
      {isOpen && (
        <QueryBoundary query={content} what="the mail">
          {data => <MailContent mail={data} title="The mail as it came" />}
        </QueryBoundary>
      )}
    </div>
  );
}

function StopWriting({ mailId }: { mailId: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const toast = useToast();
  const once = useOnce();
  const stop = useMailAction({
    mailId,
    verb: 'stop-writing',
    onDone: () => {
      setIsAsking(false);
      toast({ message: 'Nothing more is sent to the address' });
    },
  });
  return (
    <>
      <Button
        variant="tertiary"
        size="medium"
        onPress={() => setIsAsking(true)}
      >
        Stop writing to this address
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Stop writing to this address?"
        confirmLabel="Stop writing"
        isPending={stop.isPending}
        problem={stop.error}
        onConfirm={() => once(() => stop.mutateAsync(undefined))}
        onClose={() => setIsAsking(false)}
      >
        Nothing more is sent there, also nothing that is on its way. It cannot
        be switched on again. They can still read the reply with their code.
      </ConfirmDialog>
    </>
  );
}
