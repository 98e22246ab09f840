import { lazy, type ComponentType } from 'react';
import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import type { HomeCard } from './HomeCard';

/** What a plugin says about its card. */
export interface HomeCardParams {
  /** Names the card among all plugins': `advice-waiting`. */
  id: string;
  /** The heading of the card. */
  title: string;
  /** Place among the cards: lower is more pressing, 100 is ordinary. */
  order: number;
  /** The basic permission without which the card is not shown. */
  door?: string;
  /** The card's content, loaded when it is shown. */
  loader(): Promise<ComponentType>;
}

const cardDataRef = createExtensionDataRef<HomeCard>().with({
  id: 'imsa-hub.home.card',
});

/**
 * A card on "My day", from any plugin. The home page draws the frame and the
 * heading; the card draws what waits.
 */
export const HomeCardBlueprint = createExtensionBlueprint({
  kind: 'home-card',
  attachTo: { id: 'page:home', input: 'cards' },
  output: [cardDataRef],
  dataRefs: { card: cardDataRef },
  factory({ id, title, order, door, loader }: HomeCardParams) {
    const Content = lazy(() =>
      loader().then(component => ({ default: component })),
    );
    return [cardDataRef({ id, title, order, door, Content })];
  },
});
