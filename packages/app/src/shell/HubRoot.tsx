import type { ReactNode } from 'react';
import { useAnalytics } from '@backstage/frontend-plugin-api';
import { BUIProvider } from '@backstage/ui';
import { HubQueryProvider, ToastProvider } from '@imsa-hub/ui';
import { I18nProvider } from 'react-aria-components';
import { BrowserRouter } from 'react-router-dom';

/** React Router's changes of version 7, taken one by one when they are tried. */
const FUTURE = { v7_relativeSplatPath: false, v7_startTransition: false };

/** Addresses, dates as they are written here, the cache of answers, toasts. */
export function HubRoot(props: { children: ReactNode }) {
  return (
    <I18nProvider locale="en-GB">
      <BrowserRouter future={FUTURE}>
        <BUIProvider useAnalytics={useAnalytics}>
          <HubQueryProvider>
            <ToastProvider>{props.children}</ToastProvider>
          </HubQueryProvider>
        </BUIProvider>
      </BrowserRouter>
    </I18nProvider>
  );
}
