import { NATION_NAMES, SECTOR_NAMES } from '@imsa-hub/core';
import { networkUsePermission } from '@imsa-hub/network-common';
import type { SearchSource } from '@imsa-hub/search-node';
import type { OrganisationService } from '../organisations/OrganisationService';

/** Organisations, as the register's pages show them to the person. */
export function createOrganisationSource(
  organisations: Pick<OrganisationService, 'find'>,
): SearchSource {
  return {
    kind: 'network-organisations',
    title: 'Organisations',
    order: 40,
    door: networkUsePermission,
    async find({ person, terms, limit }) {
      const found = await organisations.find({ person, terms, limit });
      return found.map(({ id, name, sector, area, nation }) => ({
        title: name,
        detail: `${SECTOR_NAMES[sector]} · ${area}, ${NATION_NAMES[nation]}`,
        path: `/network/organisations/${id}`,
      }));
    },
  };
}
