import type { Hub } from '@imsa-hub/launch';
import { withSealing, type MasterKey, type SealedText } from './openEverything';

/** What came of putting a sealed text where it does not belong. */
export interface OtherPlaces {
  /** Opened where it stands, which shows that the tries could succeed. */
  opensAtHome: boolean;
  tried: number;
  /** Places in which it opened all the same. */
  opened: string[];
}

/** A text of one case, tried in another row, column, table and case. */
export async function tryOtherPlaces(input: {
  hub: Hub;
  masterKeys: readonly MasterKey[];
  texts: readonly SealedText[];
}): Promise<OtherPlaces> {
  const { hub, masterKeys, texts } = input;
  const entries = texts.filter(
    ({ table, column, text }) =>
      table === 'entry' && column === 'sealed_text' && text !== undefined,
  );
  const home = entries[0];
  const sibling = entries.find(
    ({ caseId, row }) => caseId === home?.caseId && row !== home?.row,
  );
  const stranger = entries.find(({ caseId }) => caseId !== home?.caseId);
  if (!home?.caseId || !sibling || !stranger?.caseId) {
    throw new Error('There are too few texts to move');
  }
  const { schema, sealed, caseId, table, column, row } = home;
  const at = { caseId, table, column, row };
  const places = {
    'another row of the case': { ...at, row: sibling.row },
    'another column of the row': { ...at, column: 'sealed_before' },
    'another table': { ...at, table: 'statement' },
    'a row of another case, with the key of that': {
      ...at,
      caseId: stranger.caseId,
      row: stranger.row,
    },
    'the same place, with the key of another case': {
      ...at,
      caseId: stranger.caseId,
    },
  };
  return withSealing({ hub, schema, masterKeys }, async sealing => {
    const opens = (place: typeof at) =>
      sealing.unseal({ ...place, sealed }).then(
        () => true,
        () => false,
      );
    const opened: string[] = [];
    for (const [name, place] of Object.entries(places)) {
      if (await opens(place)) opened.push(name);
    }
    // The same name in another schema is another place.
    const elsewhere = await withSealing(
      { hub, schema: 'advice', masterKeys },
      async (other, knex) => {
        await knex.raw(
          `insert into advice.sealed_case select * from ??.sealed_case where case_id = ?
           on conflict do nothing`,
          [schema, caseId],
        );
        const did = await other.unseal({ ...at, sealed }).then(
          () => true,
          () => false,
        );
        await knex('sealed_case').where({ case_id: caseId }).delete();
        return did;
      },
    );
    if (elsewhere) opened.push('the same place of another schema');
    return {
      opensAtHome: await opens(at),
      tried: Object.keys(places).length + 1,
      opened,
    };
  });
}
