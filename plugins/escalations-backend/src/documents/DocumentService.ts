import { NotFoundError } from '@backstage/errors';
import { refuseIf, renderHtml, StaleError } from '@imsa-hub/core-node';
import type {
  DocumentVersion,
  WriteDocumentRequest,
} from '@imsa-hub/escalations-common';
import {
  immigrationGate,
  isImmigration,
  type PersonContext,
} from '@imsa-hub/network-node';
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { WholeRow } from '../escalations/EscalationStore';
import type {
  AllowedChange,
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { MadeBefore, unlessMadeBefore } from '../work/MadeBefore';
import type { CaseTemplates } from './createCaseTemplates';
import { viewOfDocument, type DocumentReading } from './DocumentReading';
import { templateFor } from './TemplateFilling';

const MOST_DOCUMENTS = 200;
const MOST_VERSIONS = 500;

type Writing = ChangeInput & { request: WriteDocumentRequest };

/** Writes documents: each version is added, none is changed. */
export class DocumentService {
  constructor(
    private readonly changes: EscalationChanges,
    private readonly reading: DocumentReading,
    private readonly templates: CaseTemplates,
  ) {}

  /**
   * Adds a document, or the next version of one.
   *
   * @returns the version as it stands now
   * @throws StaleError with the newest version, where there is one that the
   *   writer had not seen
   */
  async write(input: Writing): Promise<DocumentVersion> {
    const id = await unlessMadeBefore(async () => {
      let written = '';
      await this.changes.make({
        ...input,
        action: 'write-document',
        anyVersion: true,
        apply: async change => {
          const { documentId, version } = await this.place(input, change);
          written = documentId;
          return this.add({ input, change, documentId, version });
        },
      });
      return written;
    });
    return this.reading.read({
      person: input.person,
      actor: input.actor,
      escalationId: input.id,
      documentId: id,
    });
  }

  /** Which document and version this becomes. */
  private async place(
    { request, person }: Writing,
    { work, row }: AllowedChange,
  ): Promise<{ documentId: string; version: number }> {
    const { documentId, documentVersion, requestKey, templateId } = request;
    const { trx } = work;
    this.refuseImmigration(person, row, templateId);
    if (documentId === null) {
      await this.refuseRepeated(trx, {
        escalation_id: row.id,
        by_id: person.id,
        request_key: requestKey,
      });
      templateFor(this.templates, row, templateId);
      const count = await trx
        .from('document')
        .where({ escalation_id: row.id, version: 1 })
        .count('* as documents')
        .first();
      refuseIf(Number(count?.documents) >= MOST_DOCUMENTS, {
        field: 'body.templateId',
        message: `A case holds ${MOST_DOCUMENTS} documents at most; go on with one of them`,
      });
      return { documentId: work.newId(), version: 1 };
    }
    const newest = await this.reading.version(trx, {
      escalationId: row.id,
      documentId,
    });
    if (newest.template_id !== templateId) throw new NotFoundError();
    if (newest.version !== documentVersion) {
      throw new StaleError({
        message:
          'Somebody wrote a newer version of this document while you were working on it. What you typed is kept; look at both, then choose.',
        ...(await this.reading.newest(trx, row, documentId)),
      });
    }
    refuseIf(newest.version >= MOST_VERSIONS, {
      field: 'body.body',
      message: `A document has ${MOST_VERSIONS} versions at most; begin a new one`,
    });
    return { documentId, version: newest.version + 1 };
  }

  /**
   * A document of the immigration area, in a case of that area, is advice on
   * somebody's own immigration case; so is a further version of it.
   */
  private refuseImmigration(
    person: PersonContext,
    row: WholeRow,
    templateId: string,
  ): void {
    const template = this.templates
      .offered(row)
      .find(({ id }) => id === templateId);
    const gate =
      template && isImmigration(template.areas)
        ? immigrationGate(person, row)
        : undefined;
    refuseIf(gate !== undefined, {
      field: 'body.templateId',
      message: gate ?? '',
    });
  }

  private async refuseRepeated(
    trx: Knex,
    made: { escalation_id: string; by_id: string; request_key: string | null },
  ): Promise<void> {
    if (made.request_key === null) return;
    const before = await trx.from('document').where(made).first('id');
    if (before) throw new MadeBefore(before.id);
  }

  private async add(options: {
    input: Writing;
    change: AllowedChange;
    documentId: string;
    version: number;
  }) {
    const { input, change, documentId, version } = options;
    const { work, row, seal } = change;
    const { templateId, title, body, requestKey } = input.request;
    const html = renderHtml(viewOfDocument({ title, body, version }));
    const sealed = (column: string, text: string, words?: string) =>
      seal('document', column, `${documentId}.${version}`, text, words);
    await work.trx.table('document').insert({
      id: documentId,
      version,
      escalation_id: row.id,
      template_id: templateId,
      template_version:
        this.templates.offered(row).find(({ id }) => id === templateId)
          ?.version ?? 1,
      by_id: input.person.id,
      at: work.now,
      hash: createHash('sha256').update(html, 'utf8').digest('hex'),
      request_key: version === 1 ? requestKey : null,
      sealed_title: await sealed('sealed_title', title),
      sealed_body: await sealed('sealed_body', body),
      sealed_html: await sealed('sealed_html', html, ''),
    });
    const name = this.templates.titleOf(templateId);
    return {
      entries: [
        {
          kind: 'document' as const,
          summary:
            version === 1
              ? `Wrote a document: ${name}`
              : `Wrote version ${version} of a document: ${name}`,
          text: title,
        },
      ],
      record: {
        type: 'escalations.document-written',
        why: `${templateId} version ${version}`,
      },
    };
  }
}
