import type { Choices, Draft } from '@imsa-hub/escalations-common';
import { CHECK_PAGE } from '@imsa-hub/escalations-common';
import {
  ErrorState,
  LoadingState,
  PageBody,
  RecordNotFound,
} from '@imsa-hub/ui';
import { useState } from 'react';
import {
  Navigate,
  Route,
  Routes,
  useParams,
  useSearchParams,
} from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { useChoices } from '../api/useChoices';
import { useDraftRecord } from '../api/useDrafts';
import { CheckPage } from './CheckPage';
import { pageToGoOn } from './nextPage';
import { QuestionPage } from './QuestionPage';
import { RaisedPage } from './RaisedPage';

const BACK = { href: pagePaths.raise, label: 'Your drafts' };

function OnePage({ draft, choices }: { draft: Draft; choices: Choices }) {
  const { page: pageId } = useParams();
  const [search] = useSearchParams();
  const page = draft.pages.find(({ id }) => id === pageId);
  if (!page) return <GoOn draft={draft} />;
  return (
    <QuestionPage
      // Another page is another form: its words and its focus are its own.
      key={page.id}
      draft={draft}
      page={page}
      choices={choices}
      change={
        search.has('change')
          ? { openedBy: search.get('change') || undefined }
          : undefined
      }
    />
  );
}

function GoOn({ draft }: { draft: Draft }) {
  return (
    <Navigate to={pagePaths.draftPage(draft.id, pageToGoOn(draft))} replace />
  );
}

/** The pages of one draft: its questions, the check, and that it was raised. */
export function DraftPages() {
  const { draftId = '' } = useParams();
  const [raised, setRaised] = useState<{ id: string; reference: string }>();
  const draft = useDraftRecord(draftId);
  const choices = useChoices();

  if (raised) {
    return <RaisedPage raised={raised} contact={choices.data?.contact} />;
  }
  if (draft.error && (!draft.data || draft.error.status === 404)) {
    return (
      <RecordNotFound
        noun="draft"
        back={BACK}
        goLabel="Go to your drafts"
        error={draft.error}
        onRetry={() => void draft.refetch()}
      />
    );
  }
  if (choices.error && !choices.data) {
    return (
      <PageBody title="Draft" back={BACK}>
        <ErrorState
          error={choices.error}
          title="We could not load the lists to choose from"
          onRetry={() => void choices.refetch()}
        />
      </PageBody>
    );
  }
  if (!draft.data || !choices.data) {
    return (
      <PageBody title="Draft">
        <LoadingState what="the draft" lines={6} />
      </PageBody>
    );
  }
  return (
    <Routes>
      <Route index element={<GoOn draft={draft.data} />} />
      <Route
        path={CHECK_PAGE}
        element={
          <CheckPage
            draft={draft.data}
            onRaised={setRaised}
            onRefused={() => void draft.refetch()}
          />
        }
      />
      <Route
        path=":page"
        element={<OnePage draft={draft.data} choices={choices.data} />}
      />
      <Route path="*" element={<GoOn draft={draft.data} />} />
    </Routes>
  );
}
