import type { Nation, Sector } from '@imsa-hub/core';
import type { Standing } from '@imsa-hub/network-common';

/** An organisation as its row stands; dates as `YYYY-MM-DD`. */
export interface OrganisationRow {
  id: string;
  name: string;
  sort_name: string;
  sector: Sector;
  nation: Nation;
  area: string;
  cohort: string | null;
  standing: Standing;
  joined_on: string;
  left_on: string | null;
  version: number;
}

// Dates as text: the driver would make moments of them, in the zone of the
// machine.
export const ORGANISATION_COLUMNS = `o.id, o.name, o.sort_name, o.sector,
  o.nation, o.area, o.cohort, o.standing, o.joined_on::text as joined_on,
  o.left_on::text as left_on, o.version`;
