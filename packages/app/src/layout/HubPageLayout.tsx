import type { PageLayoutProps } from '@backstage/frontend-plugin-api';
import { Tab, TabList, Tabs } from '@backstage/ui';
import {
  PageHeadingContext,
  useFocusOnArrival,
  usePageTitle,
} from '@imsa-hub/ui';
import { useResolvedPath } from 'react-router-dom';

function address(options: { href: string; parent: string }): string {
  const { href, parent } = options;
  return href.startsWith('/') ? href : `${parent}/${href}`.replace('//', '/');
}

function TabbedPage(props: PageLayoutProps) {
  const { title = '', tabs = [], headerActions, children } = props;
  const parent = useResolvedPath('.').pathname;
  const heading = useFocusOnArrival();
  usePageTitle(title);
  return (
    <PageHeadingContext.Provider value>
      <header className="hub-page hub-page-tabs" data-width="wide">
        <div className="hub-page-head">
          <h1 ref={heading} tabIndex={-1} className="hub-title">
            {title}
          </h1>
          {headerActions && <div className="hub-row">{headerActions}</div>}
        </div>
        <Tabs>
          <TabList aria-label={title}>
            {tabs.map(tab => (
              <Tab
                key={tab.id}
                id={tab.id}
                href={address({ href: tab.href, parent })}
                matchStrategy="prefix"
              >
                {tab.label}
              </Tab>
            ))}
          </TabList>
        </Tabs>
      </header>
      {children}
    </PageHeadingContext.Provider>
  );
}

/**
 * A page draws its own heading by `PageBody`, because a record's name is only
 * known inside it. Pages with tabs get heading and tabs from here.
 */
export function HubPageLayout(props: PageLayoutProps) {
  if (props.tabs?.length) return <TabbedPage {...props} />;
  return <>{props.children}</>;
}
