import type {
  LoggerService,
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import type {
  Announcements,
  HubService,
  OutsideMailSources,
} from '@imsa-hub/core-node';
import type { NoticeAudience } from '../notices/NoticeAudience';
import type { PreferenceStore } from '../preferences/PreferenceStore';
import { MailSender } from './MailSender';
import { MailStore } from './MailStore';
import { createSmtpTransport } from './MailTransport';
import { createOutsideWords } from './outsideWords';
import { OutsideMailer } from './OutsideMailer';
import { createWaitingMail } from './waitingMail';

/** The settings of mailing, under `hub.mail`. */
function readMailSettings(config: RootConfigService) {
  return {
    url: config.getOptionalString('hub.mail.smtpUrl'),
    /** Seconds between two rounds, and at least between two mails of one person. */
    period: config.getOptionalNumber('hub.mail.everySeconds') ?? 60,
    /** Seconds that a notice waits for company. */
    settle: config.getOptionalNumber('hub.mail.settleSeconds') ?? 5,
    /** Seconds after the first failed try; doubled after each other one. */
    firstWait: config.getOptionalNumber('hub.mail.firstWaitSeconds') ?? 60,
    mostAttempts: config.getOptionalNumber('hub.mail.mostAttempts') ?? 8,
  };
}

/**
 * Starts mailing once every plugin is there to say who may know of what, and
 * lets the round under way finish when the backend stops.
 */
export function startMail(options: {
  hub: HubService;
  announcements: Announcements;
  audience: NoticeAudience;
  preferences: PreferenceStore;
  outsideMail: OutsideMailSources;
  lifecycle: RootLifecycleService;
}): void {
  const { hub, lifecycle } = options;
  const { config, logger } = hub;
  const { url, mostAttempts, ...times } = readMailSettings(config);
  if (!url) {
    logger.info('No mail server is set (hub.mail.smtpUrl); no mails are sent');
    return;
  }
  const transport = createSmtpTransport({ url });
  const words = {
    baseUrl: config.getString('hub.baseUrl'),
    from: config.getString('hub.mail.from'),
  };
  const sender = new MailSender({
    ...options,
    people: hub.people,
    work: hub.work,
    systemActor: hub.systemActor,
    logger,
    transport,
    mostAttempts,
    store: new MailStore({ knex: hub.database, times }),
    waitingMail: createWaitingMail(words),
    outside: new OutsideMailer({
      sources: options.outsideMail,
      words: createOutsideWords(words),
    }),
  });
  const rounds = repeat({
    seconds: times.period,
    task: () => sender.round(),
    logger,
  });
  lifecycle.addStartupHook(rounds.start);
  lifecycle.addBeforeShutdownHook(async () => {
    await rounds.stop();
    transport.close();
  });
}

/** Runs a task again and again, never twice at once. */
export function repeat(options: {
  seconds: number;
  task(): Promise<void>;
  logger: LoggerService;
}): { start(): void; stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const wait = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = run().finally(wait);
    }, options.seconds * 1_000).unref();
  };
  const run = async () => {
    try {
      await options.task();
    } catch (error) {
      options.logger.warn('A round of mails failed and will be tried again', {
        errorName: error instanceof Error ? error.name : typeof error,
      });
    }
  };
  return {
    start: wait,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
