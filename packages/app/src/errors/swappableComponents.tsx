import {
  ErrorDisplay,
  NotFoundErrorPage,
  PageLayout,
  Progress,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { HubPageLayout } from '../layout/HubPageLayout';
import { QuietLoading } from '../layout/QuietLoading';
import { BrokenPage } from './BrokenPage';
import { NotFoundPage } from './NotFoundPage';

/** What Backstage shows in passing, in our words. */
export const swappableComponents = [
  SwappableComponentBlueprint.make({
    name: 'core-progress',
    params: define =>
      define({ component: Progress, loader: () => QuietLoading }),
  }),
  SwappableComponentBlueprint.make({
    name: 'core-not-found-error-page',
    params: define =>
      define({ component: NotFoundErrorPage, loader: () => NotFoundPage }),
  }),
  SwappableComponentBlueprint.make({
    name: 'core-error-display',
    params: define =>
      define({ component: ErrorDisplay, loader: () => BrokenPage }),
  }),
  SwappableComponentBlueprint.make({
    name: 'core-page-layout',
    params: define =>
      define({ component: PageLayout, loader: () => HubPageLayout }),
  }),
];
