import type { ReactNode } from 'react';
import { LiveProvider, MeProvider, ShortcutProvider } from '@imsa-hub/ui';
import { Navigation } from '../nav/Navigation';
import { NavigationDrawer } from '../nav/NavigationDrawer';
import { SessionGuard } from '../signIn/SessionGuard';
import { NotificationBell } from './NotificationBell';
import { PersonMenu } from './PersonMenu';
import { QuietLoading } from './QuietLoading';
import { SkipLink } from './SkipLink';
import { Wordmark } from './Wordmark';

/** What stands around every page: where one is, who one is, what is new. */
export function Layout(props: {
  /** Of plugins, in the bar before the bell. */
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <LiveProvider>
      <SessionGuard>
        <MeProvider fallback={<QuietLoading />}>
          <ShortcutProvider>
            <SkipLink />
            <div className="hub-shell">
              <div className="hub-side">
                <Navigation head={<Wordmark />} />
              </div>
              <div className="hub-stage">
                <header className="hub-bar">
                  <NavigationDrawer />
                  <div className="hub-bar-mark">
                    <Wordmark />
                  </div>
                  <div className="hub-bar-tools">
                    {props.tools}
                    <NotificationBell />
                    <PersonMenu />
                  </div>
                </header>
                <main id="main" className="hub-main" tabIndex={-1}>
                  {props.children}
                </main>
              </div>
            </div>
          </ShortcutProvider>
        </MeProvider>
      </SessionGuard>
    </LiveProvider>
  );
}
