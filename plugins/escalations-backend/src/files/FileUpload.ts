import { newId } from '@imsa-hub/core';
import {
  cleanFileName,
  fileTypeOf,
  FILE_TYPE_WORDS,
  HubInputError,
  readUpload,
  refuseIf,
  StaleError,
  takeOutPlace,
  type FileSettings,
  type LedgerActor,
} from '@imsa-hub/core-node';
import type { FileSummary } from '@imsa-hub/escalations-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Request } from 'express';
import { createHash } from 'node:crypto';
import type { EscalationContext } from '../EscalationContext';
import type {
  AllowedChange,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';
import type { EscalationReading } from '../escalations/EscalationReading';
import { readOpenWork } from '../flow/flowContextOf';
import { MadeBefore, unlessMadeBefore } from '../work/MadeBefore';
import type { FileReading } from './FileReading';
import { refuseOverQuota } from './filesOfPerson';
import { lookIntoFile } from './lookIntoFiles';

const MOST_FILES = 200;

/** Who sends which file into which case. */
interface Sending {
  person: PersonContext;
  actor: LedgerActor;
  escalationId: string;
  requestKey: string;
  request: Request;
}

/** A file that came whole and is of a kind that is taken. */
interface Taken {
  id: string;
  name: string;
  type: string;
  size: number;
  hash: string;
  sealedContent: string;
}

/** Takes files into a case. */
export class FileUpload {
  constructor(
    private readonly parts: {
      context: EscalationContext;
      changes: EscalationChanges;
      reading: EscalationReading;
      presenter: EscalationPresenter;
      files: FileReading;
      settings: FileSettings;
    },
  ) {}

  /**
   * Takes one file. Its content is sealed before anything keeps it; where a
   * scanner is set up it waits in quarantine until that has looked at it.
   */
  async upload(input: Sending): Promise<FileSummary> {
    const { person, actor, escalationId } = input;
    const { scanner } = this.parts.settings;
    await this.refuseUnlessOpen(input);
    const taken = await this.take(input);
    const fileId = await unlessMadeBefore(async () => {
      await this.parts.changes.make({
        person,
        actor,
        id: escalationId,
        version: 1,
        anyVersion: true,
        action: 'upload',
        apply: change => this.add({ input, change, taken }),
      });
      return taken.id;
    });
    if (scanner) {
      await lookIntoFile({ context: this.parts.context, scanner, fileId });
    }
    return this.parts.files.summary({ person, escalationId, fileId });
  }

  /** Nobody sends ten megabytes to be told that they cannot. */
  private async refuseUnlessOpen(input: Sending): Promise<void> {
    const { database } = this.parts.context.hub;
    const row = await this.parts.reading.findWorkable(database, input);
    const open = await readOpenWork(database, [row.id]);
    const { allowedActions } = this.parts.presenter.row(
      input.person,
      row,
      open.get(row.id),
    );
    if (allowedActions.includes('upload')) return;
    throw new StaleError({
      message: 'Files cannot be added to this case as it stands now.',
    });
  }

  private async take({ request, escalationId }: Sending): Promise<Taken> {
    const { maxBytes } = this.parts.settings;
    const upload = await readUpload({ request, maxBytes });
    const kind = fileTypeOf(upload.bytes);
    if (!kind) {
      throw new HubInputError({
        fields: [
          {
            field: 'body.file',
            message: `This kind of file is not taken. Send a ${FILE_TYPE_WORDS}, without macros`,
          },
        ],
      });
    }
    const id = newId();
    const bytes = takeOutPlace(upload.bytes, kind.type);
    return {
      id,
      name: cleanFileName({ name: upload.name, ending: kind.ending }),
      type: kind.type,
      size: bytes.length,
      hash: createHash('sha256').update(bytes).digest('hex'),
      sealedContent: await this.parts.context.hub.sealing.sealBytes({
        caseId: escalationId,
        table: 'file',
        column: 'sealed_content',
        row: id,
        bytes,
      }),
    };
  }

  private async add(options: {
    input: Sending;
    change: AllowedChange;
    taken: Taken;
  }) {
    const { input, change, taken } = options;
    const { work, row, seal } = change;
    const { trx } = work;
    const made = {
      escalation_id: row.id,
      by_id: input.person.id,
      request_key: input.requestKey,
    };
    const before = await trx.from('file').where(made).first('id');
    if (before) throw new MadeBefore(before.id);
    const count = await trx
      .from('file')
      .where({ escalation_id: row.id })
      .count('* as files')
      .first();
    refuseIf(Number(count?.files) >= MOST_FILES, {
      field: 'body.file',
      message: `A case holds ${MOST_FILES} files at most`,
    });
    await refuseOverQuota({
      trx,
      personId: input.person.id,
      size: taken.size,
      settings: this.parts.settings,
    });
    await trx.table('file').insert({
      ...made,
      id: taken.id,
      type: taken.type,
      size: taken.size,
      hash: taken.hash,
      state: this.parts.settings.scanner ? 'quarantine' : 'not-scanned',
      at: work.now,
      sealed_name: await seal('file', 'sealed_name', taken.id, taken.name),
      sealed_content: taken.sealedContent,
    });
    return {
      entries: [
        { kind: 'file' as const, summary: 'Added a file', text: taken.name },
      ],
      record: { type: 'escalations.file-added', why: taken.type },
    };
  }
}
