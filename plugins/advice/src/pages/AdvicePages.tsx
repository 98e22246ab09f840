import { Navigate, Route, Routes } from 'react-router-dom';
import type { QueueColumn } from '@imsa-hub/advice-react';
import { FreshRecordsProvider, RetentionPage, useMe } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { AskPage } from '../ask/AskPage';
import { MailListPage } from '../mail/MailListPage';
import { MailPage } from '../mail/MailPage';
import { QueuePage } from '../queue/QueuePage';
import { QueryPage } from '../record/QueryPage';
import { KEPT_QUERIES } from '../retention/keptQueries';
import { TemplatePage } from '../templates/TemplatePage';
import { TemplatesPage } from '../templates/TemplatesPage';
import '../advice.css';
import { BreakGlassPage } from './BreakGlassPage';
import { useGoKeys } from './useGoKeys';

/**
 * Every page of the advice line. A page that is not open to this person leads
 * to the queue; the backend refuses its requests in any case.
 */
export function AdvicePages(props: { columns: readonly QueueColumn[] }) {
  const { has } = useMe();
  useGoKeys();
  return (
    <FreshRecordsProvider>
      <Routes>
        <Route index element={<QueuePage columns={props.columns} />} />
        <Route path="queries/:queryId" element={<QueryPage />} />
        {has('advice.ask') && (
          <Route path="ask" element={<AskPage key="ask" way="console" />} />
        )}
        {has('advice.log-call') && (
          <>
            <Route
              path="log-call"
              element={<AskPage key="call" way="phone" />}
            />
            <Route path="mail" element={<MailListPage />} />
            <Route path="mail/:mailId" element={<MailPage />} />
          </>
        )}
        {has('advice.answer') && (
          <>
            <Route path="templates" element={<TemplatesPage />} />
            <Route path="templates/new" element={<TemplatePage key="new" />} />
            <Route path="templates/:templateId" element={<TemplatePage />} />
          </>
        )}
        {has('advice.retention') && (
          <Route
            path="retention"
            element={
              <RetentionPage
                kind={KEPT_QUERIES}
                back={{ href: pagePaths.queue, label: 'Advice line' }}
              />
            }
          />
        )}
        {has('advice.break-glass') && (
          <Route path="break-glass" element={<BreakGlassPage />} />
        )}
        <Route path="*" element={<Navigate to={pagePaths.queue} replace />} />
      </Routes>
    </FreshRecordsProvider>
  );
}
