import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inside } from '../access/Inside';
import { countRecords } from '../sealed/countRecords';
import {
  closeQuery,
  destroyEnded,
  endedCase,
  type Ended,
} from '../sealed/Ended';
import {
  openEverything,
  sealingSchemas,
  withSealing,
  type MasterKey,
  type SealedText,
} from '../sealed/openEverything';
import { plantCases } from '../sealed/plantCases';
import { CONTROLS, plantControl } from '../sealed/plantControl';
import { readAll, wordsIn } from '../sealed/readAll';
import { SealedHub } from '../sealed/SealedHub';
import { tryOtherPlaces, type OtherPlaces } from '../sealed/tryOtherPlaces';
import { HubClient } from '../support/HubClient';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';
import { Canaries } from './logs/Canaries';
import { consoleJourney } from './logs/consoleJourney';
import type { Find, Search } from './logs/search';

/**
 * A word of its own is planted in every narrative of complex cases and queries.
 * A dump of the database and the data folder hold none of them; a new master key
 * opens everything; a destroyed case and query stay shut; a moved text does not open.
 */
export async function check(): Promise<CheckResult> {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-sealed-'));
  const sealed = await SealedHub.start(folder, PORTS_FOR_CHECKS.sealed);
  const inside = new Inside(sealed.hub);
  try {
    return await new SealedCheck(sealed, inside).run();
  } finally {
    await inside.close();
    await sealed.hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Looked = Awaited<ReturnType<SealedHub['search']>>;

class SealedCheck {
  private readonly canaries = new Canaries();
  private readonly figures: Array<[string, string]> = [];
  private readonly wrong: string[] = [];
  /** What people were shown while they wrote. */
  private readonly heard: string[] = [];

  constructor(
    private readonly sealed: SealedHub,
    private readonly inside: Inside,
  ) {}

  async run(): Promise<CheckResult> {
    const { sealed, canaries, inside } = this;
    const { hub, first, second } = sealed;
    const { manager, coordinator, raiser, planted, queries } =
      await this.plant();
    const read = async () =>
      wordsIn(canaries, await readAll({ manager, raiser, planted, queries }));
    const shown = await read();
    this.figure('words that people who may are shown', shown.length);
    await inside.settled();
    await hub.services.backend.stop();

    const before = await this.openAll([first]);
    this.allOpen(before, 'before the master key is changed');
    this.allPlantedAreKept(before);
    const moved = await tryOtherPlaces({
      hub,
      masterKeys: [first],
      texts: before.filter(({ schema }) => schema === 'escalations'),
    });
    this.judgeMoves(moved);
    const control = await plantControl(inside, canaries);
    const looked = await sealed.search(canaries);
    this.judgeControl(
      [looked.tables, looked.raw].map(
        search =>
          search.finds.filter(({ canary }) => canary === control).length,
      ),
    );

    await sealed.setKeys([second, first]);
    await sealed.rotate();
    const left = await this.keysOf(first.id);
    this.figure('case keys that the old master key still holds', left);
    if (left > 0) this.wrong.push('the old master key holds keys');
    await sealed.setKeys([second]);
    const after = await this.openAll([second]);
    this.allOpen(after, 'with the new master key alone');
    const old = await this.openAll([{ ...second, secret: first.secret }]);
    this.noneOpens(old, 'with the old master key');
    await hub.services.backend.start();
    const shownAfter = await read();
    if (shown.join() !== shownAfter.join()) {
      this.wrong.push('after rotation people are shown something else');
    }

    const end = { manager, read, before: after };
    await this.destroy({
      ...end,
      ended: endedCase(planted),
      gone: new Set(),
      shown,
    });
    const query = await closeQuery({
      inside,
      coordinator,
      canaries,
      texts: after,
    });
    await this.destroy({
      ...end,
      ended: query,
      gone: new Set([planted.closed.id]),
      shown: await read(),
    });
    await hub.services.backend.stop();
    const lookedAgain = await sealed.search(canaries);
    const leaks = [looked, lookedAgain].flatMap(found => leaksOf(found));
    return this.result(
      [looked, lookedAgain],
      leaks.filter(({ canary }) => canary !== control),
    );
  }

  /** The journeys. */
  private async plant() {
    const { sealed, canaries, inside } = this;
    const { url } = sealed.hub;
    const signIn = async (key: string) => {
      const client = await HubClient.signIn(url, key);
      client.onAnswer = text => void this.heard.push(text);
      return client;
    };
    const manager = await signIn('hub-manager');
    const raiser = await signIn('imsa');
    const senior = await signIn('senior');
    const handler = await signIn('senior-two');
    const coordinator = await signIn('coordinator');
    const planted = await plantCases({
      canaries,
      inside,
      people: {
        raiser,
        senior,
        handler,
        manager,
        next: await signIn('trainee'),
      },
    });
    await consoleJourney(
      {
        manager,
        senior,
        seniorTwo: handler,
        coordinator,
        imsa: raiser,
        planted: await signIn('imsa-hannah'),
      },
      canaries,
    );
    const queries = await inside.value<string[]>(
      `select coalesce(json_agg(id order by id), '[]') from advice.query where not demo`,
    );
    this.figure('words planted', canaries.all().length);
    this.figure(
      'complex cases, queries',
      `${planted.open.length + 1}, ${queries.length}`,
    );
    return { manager, coordinator, raiser, planted, queries };
  }

  private async openAll(masterKeys: readonly MasterKey[]) {
    const { hub } = this.sealed;
    const schemas = await withSealing(
      { hub, schema: 'escalations', masterKeys },
      (_, knex) => sealingSchemas(knex),
    );
    const texts: SealedText[] = [];
    for (const schema of schemas) {
      texts.push(...(await openEverything({ hub, schema, masterKeys })));
    }
    return texts;
  }

  private allOpen(texts: readonly SealedText[], when: string): void {
    const shut = texts.filter(({ text }) => text === undefined);
    const which = shut.length > 0 ? `, but not ${wordsFor(shut)}` : '';
    this.figure(
      `sealed texts that open ${when}`,
      `${texts.length - shut.length} of ${texts.length}${which}`,
    );
    if (shut.length > 0 || texts.length === 0) {
      this.wrong.push(`shut ${when}: ${wordsFor(shut)}`);
    }
  }

  private noneOpens(texts: readonly SealedText[], when: string): void {
    const open = texts.filter(({ text }) => text !== undefined);
    this.figure(`sealed texts that open ${when}`, open.length);
    if (open.length > 0) this.wrong.push(`open ${when}: ${wordsFor(open)}`);
  }

  /**
   * What was written is there, sealed, or was shown to somebody before another
   * text took its place: nothing that was planted went nowhere.
   */
  private allPlantedAreKept(texts: readonly SealedText[]): void {
    const { canaries, heard } = this;
    const all = texts.map(({ text }) => text ?? '').join('\n');
    const sealed = wordsIn(canaries, all);
    const known = new Set([...sealed, ...wordsIn(canaries, heard.join('\n'))]);
    const lost = canaries
      .all()
      .filter(({ word, kept, mayStand }) => {
        return kept && mayStand.length === 0 && !known.has(word);
      })
      .map(({ typedIn }) => typedIn);
    this.figure('planted words in them', sealed.length);
    this.figure('planted words that are nowhere', lost.join('; ') || 'none');
    if (lost.length > 0) this.wrong.push('a word that was planted is lost');
  }

  private judgeMoves({ opensAtHome, tried, opened }: OtherPlaces): void {
    this.figure(
      'a text in its own place, and moved to others',
      `${opensAtHome ? 'opens' : 'DOES NOT OPEN'}; opens in ${opened.length} of ${tried}`,
    );
    if (!opensAtHome || opened.length > 0) {
      this.wrong.push(`a moved text opens: ${opened.join(', ') || 'nowhere'}`);
    }
  }

  private judgeControl([inTables = 0, inFiles = 0]: number[]): void {
    this.figure(
      'the control, plain, in capitals, base64 and hexadecimal',
      `found in ${inTables} columns and ${inFiles} files of PostgreSQL`,
    );
    if (inTables < CONTROLS || inFiles === 0) {
      this.wrong.push('the search does not find the control');
    }
  }

  private keysOf(masterKeyId: string): Promise<number> {
    return this.inside.value(
      `select ((select count(*) from escalations.sealed_case where master_key_id = $1)
        + (select count(*) from advice.sealed_case where master_key_id = $1))::int`,
      [masterKeyId],
    );
  }

  /** The end of one record: nothing of it opens, the others do, it still counts. */
  private async destroy(input: {
    manager: HubClient;
    ended: Ended;
    read(): Promise<string[]>;
    before: readonly SealedText[];
    gone: ReadonlySet<string>;
    shown: readonly string[];
  }): Promise<void> {
    const { manager, ended, read, before, gone, shown } = input;
    const { what, ids, words } = ended;
    const { inside, sealed } = this;
    const counts = await countRecords(inside);
    await destroyEnded(manager, { inside, ended });
    const same = (await countRecords(inside)) === counts;
    this.figure(
      `counts after a ${what} was destroyed`,
      same ? 'unchanged' : 'CHANGED',
    );
    if (!same) this.wrong.push(`destroying a ${what} changed the counts`);

    const now = await this.openAll([sealed.second]);
    const ofIt = new Set(words);
    const isIts = ({ caseId = '' }: SealedText) => ids.includes(caseId);
    const itsTexts = now.filter(isIts);
    const others = now.filter(
      text => !isIts(text) && !gone.has(text.caseId ?? ''),
    );
    this.noneOpens(itsTexts, `of the destroyed ${what}, of ${itsTexts.length}`);
    this.allOpen(others, 'of all others');
    const wasOpen = before.filter(isIts).length;
    if (wasOpen === 0 || words.length === 0) {
      this.wrong.push(`the ${what} held nothing to destroy`);
    }
    const readNow = await read();
    const stillShown = readNow.filter(word => ofIt.has(word));
    const missing = shown.filter(
      word => !ofIt.has(word) && !readNow.includes(word),
    );
    this.figure(
      `words of the ${what} that people are still shown; of others that they are not any more`,
      `${stillShown.length} of ${words.length}; ${missing.length}`,
    );
    if (stillShown.length + missing.length > 0) {
      this.wrong.push('what people are shown is not what is left');
    }
  }

  private figure(label: string, value: string | number): void {
    this.figures.push([label, String(value)]);
    process.stdout.write(`${label}: ${value}\n`);
  }

  private result(
    looked: readonly Looked[],
    leaks: readonly Find[],
  ): CheckResult {
    const { figures, wrong } = this;
    const all = looked.flatMap(({ tables, files, raw }) => [
      tables,
      files,
      raw,
    ]);
    const sum = (of: (search: Search) => number) =>
      all.reduce((total, search) => total + of(search), 0);
    return {
      figures: [
        ...figures,
        ['columns and files searched', String(sum(({ places }) => places))],
        ['searched', `${(sum(({ bytes }) => bytes) / 1e6).toFixed(1)} MB`],
        ...leaks
          .slice(0, 20)
          .map(({ canary, place }): [string, string] => [
            'found',
            `${canary.typedIn} in ${place}`,
          ]),
        ['what does not hold', wrong.join('; ') || 'nothing'],
        ['planted words found in dump and data folder', String(leaks.length)],
      ],
      holds: leaks.length === 0 && wrong.length === 0,
    };
  }
}

/** Finds where no word may stand. */
function leaksOf({ tables, files, raw }: Looked): Find[] {
  return [
    ...[...tables.finds, ...files.finds].filter(
      ({ canary, place }) => !canary.mayStand.includes(place),
    ),
    // There, everything stands that may stand in one of the tables.
    ...raw.finds.filter(({ canary }) => canary.mayStand.length === 0),
  ];
}

const wordsFor = (texts: readonly SealedText[]) =>
  texts
    .slice(0, 5)
    .map(
      ({ schema, table, column, row, why }) =>
        `${schema}.${table}.${column} of ${row} (${why ?? 'open'})`,
    )
    .join(', ');
