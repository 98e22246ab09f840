import { ConfigReader } from '@backstage/config';
import { prepareSpecializedApp } from '@backstage/frontend-app-api';
import type { FrontendFeature } from '@backstage/frontend-plugin-api';
import { render } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { shellPlugin } from '../shell/shellPlugin';

const TOKEN_PARTS = [{ alg: 'none' }, { sub: 'user:default/a', exp: 4e9 }];

const SESSION = {
  profile: {},
  providerInfo: {
    accessToken: '',
    scope: 'openid profile email offline_access',
    expiresInSeconds: 3600,
  },
  backstageIdentity: {
    token: `${TOKEN_PARTS.map(part => btoa(JSON.stringify(part))).join('.')}.x`,
    expiresInSeconds: 3600,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/a',
      ownershipEntityRefs: [],
    },
  },
};

/** What the backend answers, by path. */
export interface Answers {
  /** Whether there is a session to take up. Default true. */
  session?: boolean;
  doors?: readonly string[];
  /** The status of `GET /api/network/me`. Default 200. */
  meStatus?: number;
}

function answer(options: Answers & { path: string }): Response {
  const { path, session = true, doors = [], meStatus = 200 } = options;
  if (path === '/api/auth/oidc/refresh') {
    return session
      ? Response.json(SESSION)
      : Response.json({}, { status: 401 });
  }
  if (path === '/api/network/me') {
    return Response.json(
      {
        id: 'a',
        displayName: 'Ada Example',
        roles: ['imsa'],
        organisations: [{ id: 'o', name: 'Northgate Advice' }],
        training: 'trainee',
        doors,
      },
      { status: meStatus },
    );
  }
  if (path === '/api/notifications/notices/unread-count') {
    return Response.json({ count: 3, text: '3' });
  }
  return Response.json({ detail: 'Not here' }, { status: 404 });
}

function App(props: { features: FrontendFeature[] }) {
  const [prepared] = useState(() =>
    prepareSpecializedApp({
      features: [shellPlugin, ...props.features],
      config: new ConfigReader({
        app: { baseUrl: window.location.origin },
        backend: { baseUrl: window.location.origin },
        enableExperimentalRedirectFlow: true,
      }),
    }),
  );
  const [signedIn, setSignedIn] = useState<JSX.Element>();
  useEffect(
    () => prepared.onFinalized(({ element }) => setSignedIn(element)),
    [prepared],
  );
  return signedIn ?? prepared.getBootstrapApp().element;
}

/** Starts the whole shell with plugins, against a backend of the test's own. */
export function startApp(
  options: Answers & { features?: FrontendFeature[]; at?: string },
) {
  const { features = [], at = '/', ...answers } = options;
  // jsdom has neither layout nor a device that could ask for dark.
  window.scrollTo = () => undefined;
  window.matchMedia = (media: string) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  window.history.replaceState(null, '', at);
  const asked: string[] = [];
  const fetch = jest.fn(async (input: RequestInfo | URL) => {
    const address = input instanceof Request ? input.url : String(input);
    const path = new URL(address, window.location.origin).pathname;
    asked.push(path);
    return answer({ ...answers, path });
  });
  global.fetch = fetch;
  return { ...render(<App features={features} />), asked };
}
