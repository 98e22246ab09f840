import type { LifecycleService } from '@backstage/backend-plugin-api';
import type { OutsideMailSources } from '@imsa-hub/core-node';
import type { SMTPServer } from 'smtp-server';
import { createMailServer } from './createMailServer';
import type { Mailbox } from './createMailbox';
import { createNoteSource } from './createNoteSource';
import { mailboxAnnouncement } from './mailboxAnnouncement';

/**
 * Takes mail in while the backend is up, where a mailbox is set up, and
 * answers for the mails that go back.
 */
export function startMailbox(options: {
  mailbox: Mailbox;
  outsideMail: OutsideMailSources;
  lifecycle: LifecycleService;
}): void {
  const { mailbox, outsideMail, lifecycle } = options;
  const { hub } = mailbox.context;
  const { listening } = mailbox.settings;
  hub.announce(mailboxAnnouncement(mailbox));
  outsideMail.add(createNoteSource({ hub, sealing: mailbox.sealing }));
  if (!listening) {
    hub.logger.info(
      'No advice mailbox is set (hub.mailbox.port); no mail comes in',
    );
    return;
  }
  const server = createMailServer({
    listening,
    fingerprint: mailbox.fingerprints.address,
    take: mail => mailbox.intake.take(mail),
    logger: hub.logger,
  });
  lifecycle.addStartupHook(() => listen(server, listening));
  lifecycle.addShutdownHook(
    () => new Promise<void>(done => server.close(() => done())),
  );
}

/** @throws Error where the port cannot be had; the backend does not start */
export function listen(
  server: SMTPServer,
  place: { port: number; host: string },
): Promise<void> {
  const { port, host } = place;
  return new Promise((done, fail) => {
    const refused = (error: NodeJS.ErrnoException) =>
      fail(
        new Error(
          `The advice mailbox cannot listen on ${host}:${port} (${error.code}): choose another hub.mailbox.port`,
        ),
      );
    server.server.once('error', refused);
    server.listen(port, host, () => {
      server.server.off('error', refused);
      done();
    });
  });
}
