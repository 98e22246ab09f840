import { ConflictError, NotFoundError } from '@backstage/errors';
import { londonDateOf } from '@imsa-hub/core';
import {
  DestroyedContentError,
  Download,
  endingOf,
  type LedgerActor,
} from '@imsa-hub/core-node';
import type { FileState, FileSummary } from '@imsa-hub/escalations-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import { caseContent, DESTROYED } from '../escalations/CaseContent';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';
import type { EscalationReading } from '../escalations/EscalationReading';

interface Asked {
  person: PersonContext;
  escalationId: string;
  fileId: string;
}

/** A row of `escalations.file` without its content. */
interface FileDbRow {
  id: string;
  escalation_id: string;
  type: string;
  size: number;
  hash: string;
  state: FileState;
  by_id: string;
  at: Date;
  sealed_name: string;
}

const COLUMNS = [
  'id',
  'escalation_id',
  'type',
  'size',
  'hash',
  'state',
  'by_id',
  'at',
  'sealed_name',
] as const;

const NOT_TO_BE_OPENED: Readonly<Partial<Record<FileState, string>>> = {
  quarantine:
    'This file has not been checked for harm yet. Try again in a minute.',
  refused: 'This file was destroyed: something harmful was found in it.',
};

/** Files as they are shown and as they leave the hub. */
export class FileReading {
  constructor(
    private readonly context: EscalationContext,
    private readonly reading: EscalationReading,
    private readonly presenter: EscalationPresenter,
  ) {}

  /** One file as it stands in the record. */
  async summary(input: Asked): Promise<FileSummary> {
    const knex = this.context.hub.database;
    const file = await this.find(knex, input);
    const content = caseContent(this.context, {
      knex,
      escalationId: input.escalationId,
    });
    return {
      id: file.id,
      name: await content.open(
        'file',
        'sealed_name',
        file.id,
        file.sealed_name,
      ),
      type: file.type,
      size: file.size,
      hash: file.hash,
      by: this.presenter.named(file.by_id),
      at: file.at.toISOString(),
      state: file.state,
    };
  }

  /**
   * A file, to be saved. Each download is an entry in the ledger.
   *
   * @throws ConflictError where it was not looked into yet, or is destroyed
   */
  async download(input: Asked & { actor: LedgerActor }): Promise<Download> {
    return this.context.hub.work.run(input.actor, async work => {
      const row = await this.reading.findWorkable(work.trx, input);
      const file = await this.find(work.trx, input);
      const why = NOT_TO_BE_OPENED[file.state];
      if (why) throw new ConflictError(why);
      const bytes = await this.open(work.trx, file);
      work.record({
        type: 'escalations.file-downloaded',
        subject: subjectOf(row.id),
        why: file.id,
        publish: false,
      });
      return new Download({
        // What it was called can say who it is about.
        name: `${row.reference}-file-${londonDateOf(file.at)}-${file.id.slice(-6)}.${endingOf(file.type)}`,
        type: file.type,
        bytes,
      });
    });
  }

  private async find(knex: Knex, asked: Asked): Promise<FileDbRow> {
    const row: FileDbRow | undefined = await knex
      .from('file')
      .where({ id: asked.fileId, escalation_id: asked.escalationId })
      .first(...COLUMNS);
    if (!row) throw new NotFoundError();
    return row;
  }

  private async open(knex: Knex, file: FileDbRow): Promise<Buffer> {
    try {
      return await openFile({ context: this.context, knex, file });
    } catch (error) {
      if (error instanceof DestroyedContentError) {
        throw new ConflictError(DESTROYED);
      }
      throw error;
    }
  }
}

/** The content of a file that is not destroyed. */
export async function openFile(input: {
  context: EscalationContext;
  knex: Knex;
  file: Pick<FileDbRow, 'id' | 'escalation_id'>;
}): Promise<Buffer> {
  const { context, knex, file } = input;
  const kept = await knex
    .from('file')
    .where({ id: file.id })
    .whereNotNull('sealed_content')
    .first('sealed_content');
  if (!kept) throw new NotFoundError();
  return context.hub.sealing.unsealBytes({
    trx: knex,
    caseId: file.escalation_id,
    table: 'file',
    column: 'sealed_content',
    row: file.id,
    sealed: kept.sealed_content,
  });
}
