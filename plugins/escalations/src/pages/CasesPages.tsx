import type { EscalationPanel } from '@imsa-hub/escalations-react';
import { FreshRecordsProvider, useMe } from '@imsa-hub/ui';
import { Navigate, Route, Routes } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { DeskPage } from '../desk/DeskPage';
import { DocumentPage } from '../documents/DocumentPage';
import { CasePage } from '../record/CasePage';
import { DraftPages } from '../raise/DraftPages';
import { RaiseStartPage } from '../raise/RaiseStartPage';
import { KeptCasesPage } from './KeptCasesPage';
import { SearchPage } from '../search/SearchPage';
import '../escalations.css';
import { BreakGlassPage } from './BreakGlassPage';
import { useGoKeys } from './useGoKeys';

/**
 * Every page of complex cases. A page that is not open to this person leads
 * to the list; the backend refuses its requests in any case.
 */
export function CasesPages(props: {
  /** What other plugins show on the page of a case of their types. */
  panels: readonly EscalationPanel[];
}) {
  const { has } = useMe();
  useGoKeys();
  const toTheList = <Navigate to={pagePaths.desk} replace />;
  return (
    <FreshRecordsProvider>
      <Routes>
        <Route index element={<DeskPage />} />
        <Route path="search" element={<SearchPage />} />
        <Route
          path="break-glass"
          element={
            has('escalations.break-glass') ? <BreakGlassPage /> : toTheList
          }
        />
        <Route
          path="retention"
          element={has('escalations.retention') ? <KeptCasesPage /> : toTheList}
        />
        <Route
          path=":caseId/documents/:documentId"
          element={<DocumentPage />}
        />
        {has('escalations.raise') && (
          <>
            <Route path="raise" element={<RaiseStartPage />} />
            <Route path="drafts/:draftId/*" element={<DraftPages />} />
          </>
        )}
        <Route path=":caseId" element={<CasePage panels={props.panels} />} />
        <Route path="*" element={toTheList} />
      </Routes>
    </FreshRecordsProvider>
  );
}
