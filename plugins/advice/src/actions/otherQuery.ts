import { areaList } from '@imsa-hub/ui';
import type { QueueRow } from '@imsa-hub/advice-common';
import { QUERY_STATUS_NAMES } from '@imsa-hub/advice-common';
import { NATION_NAMES } from '@imsa-hub/core';

/** Another query that was found and chosen, as a form keeps it. */
export interface OtherQuery {
  id: string;
  version: number;
  reference: string;
  /** What it is about, to know it again. */
  about: string;
}

/** The part of a found query that a form keeps. */
export function otherQueryOf(row: QueueRow): OtherQuery {
  const { id, version, reference, areas, nation, status } = row;
  return {
    id,
    version,
    reference,
    about: `${areaList(areas)} · ${NATION_NAMES[nation]} · ${QUERY_STATUS_NAMES[status]}`,
  };
}
