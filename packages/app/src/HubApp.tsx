import { useEffect, useState } from 'react';
import { prepareSpecializedApp } from '@backstage/frontend-app-api';
import advicePlugin from '@imsa-hub/advice';
import deadlinesPlugin from '@imsa-hub/deadlines';
import escalationsPlugin from '@imsa-hub/escalations';
import homePlugin from '@imsa-hub/home';
import networkPlugin from '@imsa-hub/network';
import searchPlugin from '@imsa-hub/search';
import { shellPlugin } from './shell/shellPlugin';
import { readAppConfig } from './shell/readAppConfig';

/** The pages, in the order in which the navigation shows them. */
const features = [
  shellPlugin,
  homePlugin,
  advicePlugin,
  escalationsPlugin,
  deadlinesPlugin,
  networkPlugin,
  searchPlugin,
];

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
    prepareSpecializedApp({ features, config: readAppConfig() }),
  );
  const [signedIn, setSignedIn] = useState<JSX.Element>();

  useEffect(
    () => prepared.onFinalized(({ element }) => setSignedIn(element)),
    [prepared],
  );

  return signedIn ?? prepared.getBootstrapApp().element;
}
