import { PageBody, QueryBoundary } from '@imsa-hub/ui';
import { useSearchParams } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { useChoices } from '../api/useChoices';
import { useDraftList } from '../api/useDrafts';
import { BeginSection } from './BeginSection';
import { DraftsSection } from './DraftsSection';
import { FromQueryPage } from './FromQueryPage';
import { ToMendSection } from './ToMendSection';

/** Where bringing a case begins, or goes on. */
export function RaiseStartPage() {
  const [search] = useSearchParams();
  const queryId = search.get('query');
  return queryId ? <FromQueryPage queryId={queryId} /> : <StartPage />;
}

function StartPage() {
  const list = useDraftList();
  const choices = useChoices();
  return (
    <PageBody
      title="Bring a case to the Hub"
      lead="Short pages, one thing on each. Every page is saved when you go on, so you can stop at any time and come back."
      back={{ href: pagePaths.desk, label: 'Complex cases' }}
      width="reading"
    >
      <QueryBoundary query={list} what="your drafts">
        {({ drafts, toMend }) => (
          <>
            <ToMendSection cases={toMend} />
            <DraftsSection drafts={drafts} />
          </>
        )}
      </QueryBoundary>
      <QueryBoundary query={choices} what="the kinds of case">
        {({ types }) => <BeginSection types={types} />}
      </QueryBoundary>
    </PageBody>
  );
}
