import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { useMe } from '@imsa-hub/ui';
import { Route, Routes } from 'react-router-dom';
import { TryPage } from './calculate/TryPage';
import { EndRulePage } from './change/EndRulePage';
import { ReviewRulePage } from './change/ReviewRulePage';
import './deadlines.css';
import { HolidaysPage } from './holidays/HolidaysPage';
import { RulePage } from './rules/RulePage';
import { RulesPage } from './rules/RulesPage';

/** The pages of legal limits by address. */
export function DeadlinesPages() {
  const { has } = useMe();
  return (
    <Routes>
      <Route index element={<RulesPage />} />
      <Route path="rules/:ruleId" element={<RulePage />} />
      {has('deadlines.manage') && (
        <>
          <Route path="rules/:ruleId/end" element={<EndRulePage />} />
          <Route path="rules/:ruleId/review" element={<ReviewRulePage />} />
        </>
      )}
      <Route path="work-out" element={<TryPage />} />
      <Route path="bank-holidays" element={<HolidaysPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
