import { useEffect, useState } from 'react';
import { prepareSpecializedApp } from '@backstage/frontend-app-api';
import { features } from './features';
import { shellPlugin } from './shell/shellPlugin';
import { readAppConfig } from './shell/readAppConfig';

/**
 * The app: first the sign-in page alone, then, once somebody is known, every
 * page whose door is open to them.
 *
 * Backstage's own `createApp` would bring its default shell along (Material
 * UI, fourteen providers of sign-in, translations): half of the script that a
 * phone has to load. The shell here is ours, on the same extension points.
 */
export function HubApp() {
  const [prepared] = useState(() =>
    prepareSpecializedApp({
      features: [shellPlugin, ...features],
      config: readAppConfig(),
    }),
  );
  const [signedIn, setSignedIn] = useState<JSX.Element>();

  useEffect(
    () => prepared.onFinalized(({ element }) => setSignedIn(element)),
    [prepared],
  );

  return signedIn ?? prepared.getBootstrapApp().element;
}
