import { newId, normaliseReceiptCode } from '@imsa-hub/core';
import {
  CLEAR_SITE_DATA,
  formBody,
  notThisWay,
  PublicPageError,
  readForm,
  refuseUnknownFields,
  withoutUnusable,
  type BrowserKeys,
  type FormSeal,
  type FormValues,
  type PageError,
  type PublicPages,
} from '@imsa-hub/core-node';
import type { Request, RequestHandler, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { conversationSteps, type StepResult } from './conversationSteps';
import { drawConversation } from './drawConversation';
import type { PublicAdvice, PublicConversation } from './PublicAdvice';
import { drawCodePage } from './drawCodePage';

/** What the sealed field of a conversation carries. */
const SessionSchema = z.strictObject({
  receiptCode: z.string(),
  /** Makes a repeated post harmless. */
  requestKey: z.string(),
});
type Session = z.infer<typeof SessionSchema>;

/** What {@link createReplyRouter} stands on. */
export interface ReplyRouterOptions {
  advice: PublicAdvice;
  pages: PublicPages;
  seal: FormSeal;
  browserKeys: BrowserKeys;
  before: readonly RequestHandler[];
  /** Counts tries of codes by address. */
  beforeCode: RequestHandler;
  bodyLimit: number;
}

/**
 * Reading a reply by its code, and writing back. The code is only ever posted;
 * between pages it travels sealed. Whatever is wrong with a code, the answer is
 * the same page, byte for byte, after the same look-up.
 */
export function createReplyRouter(options: ReplyRouterOptions) {
  const { advice, pages, seal, browserKeys } = options;
  const router = PromiseRouter();
  const small = formBody({ limit: 8_192 });
  const large = formBody({ limit: options.bodyLimit });

  router.get('/reply', (_request, response) =>
    pages.send(response, drawCodePage({ problem: null })),
  );
  router.post(
    '/reply',
    ...options.before,
    options.beforeCode,
    small,
    async (request, response) => {
      const values = readForm(request.body);
      refuseUnknownFields({ values, known: ['code'] });
      const typed = values.one('code');
      if (typed.trim() === '') {
        pages.send(response, drawCodePage({ problem: 'empty' }));
        return;
      }
      const receiptCode = normaliseReceiptCode(typed);
      const conversation = await advice.conversation({ receiptCode, request });
      await show(request, response, { conversation, receiptCode });
    },
  );

  for (const { path, field, handle } of conversationSteps(advice)) {
    const steps = [...options.before, large];
    router.post(`/reply/${path}`, ...steps, async (request, response) => {
      const values = readForm(request.body);
      const session = await open(request, values);
      const known = ['sealed', ...(field ? [field] : [])];
      refuseUnknownFields({ values, known });
      const { receiptCode } = session;
      const result = await handle({ values, ...session, request }).catch(
        refusedAsClosed,
      );
      if (!('errors' in result)) {
        await show(request, response, { ...result, receiptCode });
        return;
      }
      await show(request, response, {
        conversation: await advice.conversation({ receiptCode, request }),
        receiptCode,
        values: withoutUnusable(values),
        errors: result.errors,
      });
    });
  }

  router.post(
    '/reply/finish',
    ...options.before,
    small,
    (request, response) => {
      refuseUnknownFields({ values: readForm(request.body), known: [] });
      browserKeys.end(response);
      response.set('clear-site-data', CLEAR_SITE_DATA);
      pages.send(response, {
        template: 'message',
        title: 'This page is cleared',
        view: {
          paragraphs: [
            'Your question and our replies can no longer be opened in this browser without your code.',
            'The list of pages you have visited is still in the browser’s history. If somebody else uses this device and that is not safe, clear the history too.',
          ],
          links: [
            { href: `${pages.site.base}/leave`, text: 'Leave this website' },
          ],
        },
      });
    },
  );

  router.all('/reply', notThisWay('GET, HEAD, POST'));
  for (const path of ['look', 'write', 'second-opinion', 'helped', 'finish']) {
    router.get(`/reply/${path}`, (_request, response) =>
      response.redirect(303, `${pages.site.base}/reply`),
    );
    router.all(`/reply/${path}`, notThisWay('GET, HEAD, POST'));
  }
  return router;

  async function open(request: Request, values: FormValues): Promise<Session> {
    const data = await seal.open({
      browserKey: browserKeys.read(request),
      sealed: values.one('sealed'),
    });
    const session = SessionSchema.safeParse(data);
    if (session.success) return session.data;
    throw new PublicPageError({ kind: 'start-again', status: 400 });
  }

  async function show(
    request: Request,
    response: Response,
    shown: {
      conversation: PublicConversation | undefined;
      receiptCode: string;
      done?: string;
      values?: FormValues;
      errors?: readonly PageError[];
    },
  ) {
    const { conversation, receiptCode, ...rest } = shown;
    if (!conversation) {
      pages.send(response, drawCodePage({ problem: 'unknown' }));
      return;
    }
    const sealed = await seal.seal({
      browserKey: browserKeys.keep(request, response),
      data: { receiptCode, requestKey: newId() } satisfies Session,
    });
    pages.send(
      response,
      drawConversation({
        base: pages.site.base,
        conversation,
        sealed,
        status: rest.errors ? 400 : 200,
        ...rest,
      }),
    );
  }
}

// A conversation can be closed while somebody writes; the rest are real errors.
function refusedAsClosed(error: unknown): StepResult {
  if (!(error instanceof Error) || error.name !== 'ConflictError') throw error;
  const message =
    'This has been closed, so what you wrote was not sent. You can ask a new question instead';
  return { errors: [{ field: 'main', message }] };
}
