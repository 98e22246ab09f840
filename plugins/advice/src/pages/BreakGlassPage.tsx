import { BreakGlassForm } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { apiPaths, pagePaths } from '../api/paths';

/** Opens a query that the Hub Manager is held back from, with a reason. */
export function BreakGlassPage() {
  const navigate = useNavigate();
  return (
    <BreakGlassForm
      noun="query"
      back={{ href: pagePaths.queue, label: 'Advice line' }}
      example="ADV-7K3M9Q"
      whoSeesWhy="Those who work on it see why."
      path={apiPaths.breakGlass}
      draftKey="advice.break-glass"
      onOpened={id => navigate(pagePaths.query(id))}
    />
  );
}
