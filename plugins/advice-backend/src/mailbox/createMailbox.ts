import type { AdviceContext } from '../AdviceContext';
import type { IntakeService } from '../queries/IntakeService';
import type { QueryPresenter } from '../queries/QueryPresenter';
import { readMailboxSettings, type MailboxSettings } from './mailboxSettings';
import {
  createMailFingerprints,
  type MailFingerprints,
} from './mailFingerprints';
import { MailIntake } from './MailIntake';
import { MailPresenter } from './MailPresenter';
import { MailReading } from './MailReading';
import { MailSealing } from './MailSealing';
import { MailService } from './MailService';
import { MailSight } from './MailSight';

/** The advice mailbox: its use cases and what they stand on. */
export interface Mailbox {
  context: AdviceContext;
  settings: MailboxSettings;
  fingerprints: MailFingerprints;
  sealing: MailSealing;
  sight: MailSight;
  intake: MailIntake;
  reading: MailReading;
  service: MailService;
}

/** Puts the mailbox together on the advice line. */
export function createMailbox(parts: {
  context: AdviceContext;
  intake: IntakeService;
  presenter: QueryPresenter;
}): Mailbox {
  const { context } = parts;
  const { hub } = context;
  const settings = readMailboxSettings(hub.config);
  const fingerprints = createMailFingerprints(hub.config);
  const sealing = new MailSealing(hub.sealing);
  const sight = new MailSight(context);
  const presenter = new MailPresenter({
    context,
    sealing,
    people: parts.presenter.content,
    keepSetAsideDays: settings.keepSetAsideDays,
  });
  const reading = new MailReading({
    context,
    sight,
    presenter,
    connected: settings.listening !== undefined,
  });
  return {
    context,
    settings,
    fingerprints,
    sealing,
    sight,
    reading,
    intake: new MailIntake({
      hub,
      sealing,
      fingerprints,
      ownAddress: settings.listening?.address ?? '',
    }),
    service: new MailService({
      context,
      intake: parts.intake,
      sealing,
      reading,
      presenter,
    }),
  };
}
