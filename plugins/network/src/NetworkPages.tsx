import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Route, Routes } from 'react-router-dom';
import { ImportPage } from './imports/ImportPage';
import { OrganisationPage } from './organisations/OrganisationPage';
import { OrganisationsPage } from './organisations/OrganisationsPage';
import { PeoplePage } from './people/PeoplePage';
import { PersonPage } from './people/PersonPage';

/** The register's pages by address. Addresses hold opaque ids only. */
export function NetworkPages() {
  return (
    <Routes>
      <Route index element={<PeoplePage />} />
      <Route path="people/:personId" element={<PersonPage />} />
      <Route path="organisations" element={<OrganisationsPage />} />
      <Route
        path="organisations/:organisationId"
        element={<OrganisationPage />}
      />
      <Route path="import" element={<ImportPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
