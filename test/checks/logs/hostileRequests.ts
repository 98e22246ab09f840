import { createConnection } from 'node:net';
import { HubClient } from '../../support/HubClient';
import type { Canaries } from './Canaries';

interface Route {
  method: string;
  path: string;
}

/**
 * What nobody should send: every route with words where it wants something
 * else, addresses that do not exist, bodies that are none, tokens and sign-ins
 * that are worth nothing.
 *
 * @returns how often each status was answered
 */
export async function hostileRequests(options: {
  hub: { url: string; ports: { hub: number } };
  manager: HubClient;
  routes: readonly Route[];
  canaries: Canaries;
}): Promise<Map<number, number>> {
  const { hub, manager, routes, canaries } = options;
  const statuses = new Map<number, number>();
  const word = (what: string) => canaries.plant(what);
  const send = async (path: string, init: RequestInit = {}) => {
    await manager.renew();
    const status = await fetch(`${hub.url}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
      ...init,
      headers: { ...manager.authorization(), ...init.headers },
    }).then(
      async response => {
        await response.body?.cancel();
        return response.status;
      },
      () => 0,
    );
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const json = { 'content-type': 'application/json' };

  const parts = {
    path: word('a part of an address'),
    query: word('a field of a query string'),
    value: word('a value of a query string'),
    field: word('a field of a body'),
    text: word('a value of a body'),
  };
  for (const { method, path } of routes) {
    const verb = method.toUpperCase();
    const body =
      verb === 'GET' || verb === 'HEAD'
        ? {}
        : {
            headers: json,
            body: JSON.stringify({ [parts.field]: parts.text }),
          };
    const place = path.replace(/[:*]\w*/g, parts.path);
    await send(`${place}?${parts.query}=${parts.value}`, {
      method: verb,
      ...body,
    });
  }

  await send(`/${word('an address that is not there')}`);
  await send(`/api/${word('a plugin that is not there')}/x`);
  await send(`/static/${word('a script that is not there')}.js`);
  await send(`/advice/${word('a page of the console')}`, {
    headers: { accept: 'text/html' },
  });
  await send(`/ask/${word('a public page that is not there')}`);
  await send(`/%E0%A4%A${word('an address that cannot be decoded')}`);
  await send(`/api/advice/queries/%00${word('an address with a NUL')}`);

  const questions = '/api/advice/queries';
  const post = (body: string, headers: Record<string, string> = json) =>
    send(questions, { method: 'POST', headers, body });
  await post(`{"question": ${word('a body that is no JSON')}`);
  await post(JSON.stringify(word('a body that is a text')));
  await post(`{"question":"\\u0000${word('a text with a NUL')}"}`);
  await post(`{"__proto__":{"x":"${word('a prototype')}"}}`);
  await post(word('a body of another kind'), { 'content-type': 'text/plain' });
  await post(
    JSON.stringify({ question: word('a body too large').repeat(9_000) }),
  );
  await post('{}', {
    ...json,
    'user-agent': word('the name of a browser'),
    referer: `${hub.url}/${word('the page before')}`,
    cookie: `session=${word('a cookie')}`,
    'x-forwarded-for': word('a forwarded address'),
    'x-request-id': word('a request number of their own'),
  });
  await post('{}', { ...json, 'content-encoding': word('an encoding') });

  for (const token of [
    word('a token that is none'),
    `e30.${Buffer.from(`{"sub":"${word('a token of another')}"}`).toString('base64url')}.x`,
  ]) {
    await send(questions, { headers: { authorization: `Bearer ${token}` } });
  }
  await catalogAndSignIn({ send, word, json });
  await refusedSignIns({ url: hub.url, word });
  await brokenLines({ port: hub.ports.hub, word });
  return statuses;
}

type Word = (what: string) => string;

/** Backstage's own routes, asked for what they know. */
async function catalogAndSignIn(input: {
  send(path: string, init?: RequestInit): Promise<void>;
  word: Word;
  json: Record<string, string>;
}): Promise<void> {
  const { send, word, json } = input;
  const catalog = '/api/catalog';
  await send(
    `${catalog}/entities/by-name/user/default/${word('a name in the catalog')}`,
  );
  await send(
    `${catalog}/entities?filter=metadata.name=${word('a filter of the catalog')}`,
  );
  await send(`${catalog}/entities?filter==${word('a filter that is none')}`);
  await send(
    `${catalog}/entities/by-query?fullTextFilterTerm=${word('a term of the catalog')}`,
  );
  await send(
    `${catalog}/entities/by-query?cursor=${word('a cursor of the catalog')}`,
  );
  for (const [path, what] of [
    ['locations', 'a location'],
    ['analyze-location', 'a location to look at'],
    ['validate-entity', 'an entity'],
    ['refresh', 'something to refresh'],
    ['entities/by-refs', 'references'],
  ] as const) {
    const target = `https://elsewhere.example/${word(what)}.yaml`;
    await send(`${catalog}/${path}`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        type: 'url',
        target,
        entityRef: target,
        entityRefs: [target],
        location: { type: 'url', target },
        entity: { kind: 'Component', metadata: { name: target } },
      }),
    });
  }
  await send('/api/permission/authorize', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      items: [
        { id: '1', resourceRef: word('a record to be judged'), permission: {} },
      ],
    }),
  });
  await send(`/api/auth/${word('a provider that is not there')}/start`);
  await send(
    `/api/auth/oidc/start?env=development&scope=${word('a scope')}&redirectUrl=https://${word('a place to go to')}.example/`,
  );
  await send(
    `/api/auth/oidc/handler/frame?code=${word('a code of a sign-in')}&state=${word('the state of a sign-in')}`,
  );
  await send(
    `/api/auth/oidc/handler/frame?error=${word('an error of a sign-in')}&error_description=${word('its description')}`,
  );
}

/** Somebody who is not registered, through the real provider. */
async function refusedSignIns(input: {
  url: string;
  word: Word;
}): Promise<void> {
  const address = `${input.word('an address that nobody is registered with')}@elsewhere.example`;
  const refused = await HubClient.signIn(input.url, address).then(
    () => false,
    () => true,
  );
  if (!refused) throw new Error('A stranger was let in');
}

/** Lines that are not of the protocol at all. */
async function brokenLines(input: { port: number; word: Word }): Promise<void> {
  const { port, word } = input;
  for (const line of [
    `GET /${word('a line that ends badly')} HTTP/9.9\r\n\r\n`,
    `${word('a verb')} / HTTP/1.1\r\nhost: x\r\n\r\n`,
    `GET / HTTP/1.1\r\nhost: x\r\nbad ${word('a header')}\r\n\r\n`,
    `POST /api/advice/queries HTTP/1.1\r\nhost: x\r\ncontent-length: 400\r\n\r\n${word('a body that breaks off')}`,
  ]) {
    await new Promise<void>(done => {
      const socket = createConnection({ port, host: '127.0.0.1' }, () =>
        socket.write(line),
      );
      socket.once('data', () => socket.destroy());
      socket.once('error', () => socket.destroy());
      socket.once('close', () => done());
      socket.setTimeout(1_500, () => socket.destroy());
    });
  }
}
