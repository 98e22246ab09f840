import { BreakGlassForm } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { apiPaths, pagePaths } from '../api/paths';

/** Opens a case that the Hub Manager is held back from, with a reason. */
export function BreakGlassPage() {
  const navigate = useNavigate();
  return (
    <BreakGlassForm
      noun="case"
      back={{ href: pagePaths.desk, label: 'Complex cases' }}
      example="ESC-7K3M9Q"
      path={apiPaths.breakGlass}
      draftKey="escalations.break-glass"
      onOpened={id => navigate(pagePaths.case(id))}
    />
  );
}
