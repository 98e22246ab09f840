import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { newId, receiptCode } from '@imsa-hub/core';
import {
  addressKey,
  CLEAR_SITE_DATA,
  createBrowserKeys,
  createJourneyRouter,
  FormSeal,
  noSuchPage,
  notThisWay,
  publicPageErrors,
  PublicPages,
  requireSameOrigin,
  type Allowance,
  type MountedRoute,
} from '@imsa-hub/core-node';
import type { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import path from 'node:path';
import { composeQuestion } from './composeQuestion';
import { createAdviceJourney } from './createAdviceJourney';
import { createReplyRouter } from './createReplyRouter';
import type { PublicAdvice } from './PublicAdvice';
import type { PublicAnswers, PublicKeys } from './PublicAnswers';
import { publicRoutes } from './publicRoutes';
import { readPublicSettings } from './publicSettings';
import { contactView, readPublicCatalog } from './readPublicCatalog';
import {
  ACCESSIBILITY_PAGE,
  PRIVACY_PAGE,
  type StaticPage,
} from './staticPages';

/** Where the pages are mounted, from the server's root. */
export const PUBLIC_BASE = '/ask';

/**
 * Bytes of one form. A question of 10,000 characters takes up to 90 kB once a
 * browser has encoded it (nine bytes a character in many scripts), and the
 * sealed answers come beside it.
 */
const BODY_LIMIT = 163_840;

/**
 * The public pages of the advice line, to be mounted at {@link PUBLIC_BASE}.
 * They need no sign-in and no JavaScript, and keep nothing until a question is
 * sent.
 */
export function createPublicAdviceRouter(options: {
  advice: PublicAdvice;
  config: Config;
  logger: LoggerService;
  /** The clock; the real one unless told. */
  now?: () => Date;
}): { router: Router; routes: MountedRoute[] } {
  const { advice, logger, now = () => new Date() } = options;
  const settings = readPublicSettings(options.config);
  const { allowances, key, lifeSeconds } = settings;
  const catalog = readPublicCatalog({ folder: settings.catalogFolder });
  const helplines = catalog.helplines.map(contactView);
  const pages = new PublicPages({
    site: {
      name: settings.name,
      service: 'Advice line',
      base: PUBLIC_BASE,
      links: [
        { href: `${PUBLIC_BASE}/reply`, text: 'Read a reply' },
        { href: `${PUBLIC_BASE}/privacy`, text: 'Your privacy' },
        { href: `${PUBLIC_BASE}/accessibility`, text: 'Accessibility' },
      ],
      shortcut:
        'To leave fast, use “Exit this page”, or press the Shift key three times if your browser has JavaScript. In danger, call 999.',
    },
    folders: [path.join(__dirname, 'templates')],
  });
  const browserKeys = createBrowserKeys({
    secure: settings.secure,
    lifeSeconds,
  });
  // The number goes up when what is sealed changes its shape: a page from
  // before then asks to start again instead of being misread.
  const sealFor = (purpose: string) =>
    new FormSeal({ key, purpose, lifeSeconds, now: () => now().getTime() });
  const before = [
    allow(allowances.pages),
    requireSameOrigin({ baseUrl: settings.baseUrl }),
  ];
  const { journey, check } = createAdviceJourney({
    advice,
    catalog,
    consoleUrl: '/advice',
    now,
  });
  const form = createJourneyRouter<PublicAnswers, PublicKeys>({
    journey,
    check,
    pages,
    browserKeys,
    logger,
    before,
    seal: sealFor('advice-question/1'),
    bodyLimit: BODY_LIMIT,
    begin: () => ({
      requestKey: newId(now().getTime()),
      receiptCode: receiptCode(),
    }),
    async send({ answers, keys, request }) {
      await allowances.questions.take(addressKey(request));
      const question = composeQuestion({
        answers,
        requestKey: keys.requestKey,
      });
      const sent = await advice.submit({
        question,
        receiptCode: keys.receiptCode,
        request,
      });
      return {
        template: 'receipt',
        title: 'Your question has been sent',
        view: {
          code: sent.receiptCode,
          repeated: sent.repeated,
          expectedReply: advice.expectedReply(question.nation),
          urgent: Object.values(question.safety).includes('yes'),
          helplines,
        },
      };
    },
  });

  const router = PromiseRouter();
  router.use(pages.headers());
  router.get('/assets/:file', pages.asset());
  router.get('/', (_request, response) =>
    pages.send(response, {
      template: 'start',
      title: 'Ask for advice',
      view: { helplines },
    }),
  );
  const tell =
    (page: StaticPage): RequestHandler =>
    (_request, response) =>
      pages.send(response, {
        template: 'document',
        title: page.title,
        view: { ...page },
      });
  router.get('/privacy', tell(PRIVACY_PAGE));
  router.get('/accessibility', tell(ACCESSIBILITY_PAGE));
  router.get('/leave', (_request, response) => {
    browserKeys.end(response);
    response.set('clear-site-data', CLEAR_SITE_DATA);
    response.status(303).set('location', settings.exitUrl).end();
  });
  router.use(form.router);
  router.use(
    createReplyRouter({
      advice,
      pages,
      browserKeys,
      before,
      seal: sealFor('advice-conversation/1'),
      beforeCode: allow(allowances.codes),
      bodyLimit: BODY_LIMIT,
    }),
  );
  for (const read of [
    '/',
    '/privacy',
    '/accessibility',
    '/leave',
    '/assets/:file',
  ]) {
    router.all(read, (request, response, next) =>
      request.method === 'GET' || request.method === 'HEAD'
        ? next()
        : notThisWay('GET, HEAD')(request, response, next),
    );
  }
  router.use(noSuchPage());
  router.use(publicPageErrors({ pages, logger }));
  return { router, routes: publicRoutes(PUBLIC_BASE, form.paths) };
}

function allow(allowance: Allowance): RequestHandler {
  return (request, _response, next) => {
    allowance.take(addressKey(request)).then(() => next(), next);
  };
}
