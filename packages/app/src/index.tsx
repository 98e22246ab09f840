// The app's one accent, type and tokens come after those of Backstage UI.
import '@backstage/ui/css/styles.css';
import '@imsa-hub/ui/src/styles/hub.css';
import './styles/shell.css';
import { createRoot } from 'react-dom/client';
import { applyStoredTheme } from './layout/applyStoredTheme';
import { HubApp } from './HubApp';

// Before the first paint, so that a dark screen does not flash white.
applyStoredTheme();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw in');
createRoot(root).render(<HubApp />);
