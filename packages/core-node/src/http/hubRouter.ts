import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { PeopleDirectory, PersonContext } from '@imsa-hub/network-node';
import express, { type Request, type Response, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { LedgerActor } from '../ledger/LedgerEntry';
import type { HubPermissions } from '../policy/HubPolicy';
import type { SignIns } from '../service/signIns';
import { Download, sendDownload } from './Download';
import { NotYoursError, SignInAgainError, StaleError } from './errors';
import type { HubRoute } from './HubRoute';
import { parseRequest } from './parseRequest';
import { askedPath, type Refusal, type Shown } from './Refusal';

/** What {@link hubRouter} stands on. */
export interface HubRouterOptions {
  routes: readonly HubRoute[];
  httpAuth: HttpAuthService;
  people: PeopleDirectory;
  permissions: HubPermissions;
  actorFor(person: PersonContext, request: Request): LedgerActor;
  /** Counts a try against the person's and organisation's allowance; throws 429. */
  limit(person: PersonContext, route: Pick<HubRoute, 'method'>): Promise<void>;
  /** How those who ask have signed in. */
  signIns: SignIns;
  /** Writes a refusal to the ledger. */
  refused(input: Refusal): Promise<void>;
  /** Writes to the ledger that somebody was shown a record with a refusal. */
  shown(input: Shown): Promise<void>;
}

// Express looks at types, tags and freshness first, and copies the text once
// more: a good part of what a page of the queue costs, for nothing we use.
function sendJson(response: Response, status: number, answer: unknown): void {
  const text = JSON.stringify(answer);
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}

/**
 * Makes an Express router of stated routes. For each, in this order: who asks
 * (an active registered person), the allowance, the door, where the route wants
 * it a fresh sign-in, the parts of the request, the use case, the answer. Nothing is cached by anyone. Every refusal
 * is recorded, of a record that is not there too: whether it exists makes no
 * difference to what is done, and so none to the time it takes.
 */
export function hubRouter(options: HubRouterOptions): Router {
  const router = PromiseRouter();
  const parsers = new Map<number, express.RequestHandler>();
  for (const route of options.routes) {
    const limit = route.bodyLimit ?? 100_000;
    const parser =
      parsers.get(limit) ??
      express.json({ limit, strict: true, type: 'application/json' });
    parsers.set(limit, parser);
    const steps: express.RequestHandler[] = [
      async (request, response, next) => {
        const person = await personOf(request);
        response.locals.person = person;
        await options.limit(person, route);
        await open(person, route, request);
        await requireFreshSignIn(person, route, request);
        next();
      },
      ...(route.method === 'get' ? [] : [parser]),
      async (request, response) => {
        const person: PersonContext = response.locals.person;
        const answer = await use(person, route, request);
        if (response.headersSent) return;
        if (answer instanceof Download) {
          sendDownload(response, answer);
          return;
        }
        response.setHeader('cache-control', 'no-store');
        if (answer === undefined) response.status(204).end();
        else sendJson(response, route.status ?? 200, answer);
      },
    ];
    router[route.method](route.path, ...steps);
  }
  return router;

  async function personOf(request: Request): Promise<PersonContext> {
    const credentials = await options.httpAuth.credentials(request, {
      allow: ['user'],
    });
    const person = options.people.byEntityRef(
      credentials.principal.userEntityRef,
    );
    if (!person) throw new AuthenticationError();
    return person;
  }

  async function use(
    person: PersonContext,
    route: HubRoute,
    request: Request,
  ): Promise<unknown> {
    try {
      return await route.handle({
        person,
        // Its keyed origin is only worked out for what writes to the ledger.
        get actor() {
          return options.actorFor(person, request);
        },
        ...parseRequest(route, request),
        request,
      });
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (name === 'NotFoundError') {
        await refuse(
          person,
          route,
          request,
          'nothing that this person may see',
        );
      } else if (name === 'NotAllowedError' || error instanceof NotYoursError) {
        await refuse(person, route, request, 'not allowed to this person');
      }
      if (error instanceof StaleError && error.reading) {
        await options.shown({ person, request, reading: error.reading });
      }
      throw error;
    }
  }

  // Before anything is looked at: who has to sign in again learns nothing of
  // the record, and the same whether there is one or not.
  async function requireFreshSignIn(
    person: PersonContext,
    route: HubRoute,
    request: Request,
  ): Promise<void> {
    if (!route.freshSignIn || options.signIns.isFresh(request)) return;
    await refuse(person, route, request, 'the sign-in is not fresh');
    throw new SignInAgainError();
  }

  function refuse(
    person: PersonContext,
    route: HubRoute,
    request: Request,
    why: Refusal['why'],
  ): Promise<void> {
    const asked = askedPath(route.path, request.params);
    return options.refused({ person, request, route, asked, why });
  }

  async function open(
    person: PersonContext,
    route: HubRoute,
    request: Request,
  ): Promise<void> {
    if (route.door === 'signed-in') return;
    if (options.permissions.may(person, route.door)) return;
    await refuse(person, route, request, 'the role does not include this');
    if (route.scope === 'record') throw new NotFoundError();
    throw new NotAllowedError(
      'Your role does not include this part of the hub. Ask the Hub Manager if you think it should.',
    );
  }
}
