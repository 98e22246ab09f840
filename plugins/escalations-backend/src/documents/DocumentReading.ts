import { ConflictError, NotFoundError } from '@backstage/errors';
import { placesToAdapt, readDocument, type DocumentView } from '@imsa-hub/core';
import {
  DestroyedContentError,
  DOCUMENT_FORMAT_TYPES,
  Download,
  renderDocument,
  type LedgerActor,
  type Reading,
} from '@imsa-hub/core-node';
import {
  documentFooter,
  type DocumentFormat,
  type DocumentVersion,
} from '@imsa-hub/escalations-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import { caseContent, DESTROYED } from '../escalations/CaseContent';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';
import type { EscalationReading } from '../escalations/EscalationReading';

/** A row of `escalations.document`. */
interface DocumentDbRow {
  id: string;
  version: number;
  escalation_id: string;
  template_id: string;
  by_id: string;
  at: Date;
  hash: string;
  sealed_title: string;
  sealed_body: string;
  sealed_html: string | null;
}

/** Who asks for which document of which case. */
export interface DocumentAsked {
  person: PersonContext;
  actor: LedgerActor;
  escalationId: string;
  documentId: string;
  /** The newest where none is named. */
  version?: number;
}

/** What reading a document is in the ledger. */
const documentReadingOf = (
  escalationId: string,
  document: Pick<DocumentDbRow, 'template_id' | 'version'>,
): Reading => ({
  type: 'escalations.document-read',
  subject: subjectOf(escalationId),
  why: `${document.template_id} version ${document.version}`,
});

/** Documents as they are read and as they leave the hub. */
export class DocumentReading {
  constructor(
    private readonly context: EscalationContext,
    private readonly reading: EscalationReading,
    private readonly presenter: EscalationPresenter,
  ) {}

  /** One version, opened. Reading it is an entry in the ledger. */
  async read(input: DocumentAsked): Promise<DocumentVersion> {
    return this.context.hub.work.run(input.actor, async work => {
      const row = await this.reading.findWorkable(work.trx, input);
      const document = await this.version(work.trx, input);
      work.record({ ...documentReadingOf(row.id, document), publish: false });
      return this.present(work.trx, document);
    });
  }

  /** One version as a file. Each download is an entry in the ledger. */
  async download(
    input: DocumentAsked & { format: DocumentFormat },
  ): Promise<Download> {
    const { format } = input;
    const { hub } = this.context;
    const { document, view, html, isDraft } = await hub.work.run(
      input.actor,
      async work => {
        const row = await this.reading.findWorkable(work.trx, input);
        const found = await this.version(work.trx, input);
        work.record({
          type: 'escalations.document-downloaded',
          subject: subjectOf(row.id),
          why: `${found.template_id} version ${found.version} as ${format}`,
          publish: false,
        });
        return {
          document: { ...found, reference: row.reference },
          ...(await this.open(work.trx, found)),
        };
      },
    );
    const { type, ending } = DOCUMENT_FORMAT_TYPES[format];
    const draft = isDraft ? '-draft' : '';
    return new Download({
      // A title can say who it is about; a name on somebody's disk must not.
      name: `${document.reference}-${document.template_id}-v${document.version}${draft}.${ending}`,
      type,
      bytes:
        format === 'html' && html
          ? Buffer.from(html, 'utf8')
          : await renderDocument(
              // The Word file becomes the copy that is sent: nothing of the
              // hub's stands at its foot.
              format === 'docx' ? { ...view, footer: '' } : view,
              format,
            ),
    });
  }

  /** The newest version, for somebody who was writing on an older one. */
  async newest(
    knex: Knex,
    row: { id: string },
    documentId: string,
  ): Promise<{ current: DocumentVersion; reading: Reading }> {
    const asked = { escalationId: row.id, documentId };
    const document = await this.version(knex, asked);
    return {
      current: await this.present(knex, document),
      reading: documentReadingOf(row.id, document),
    };
  }

  /** @throws NotFoundError where this case has no such document or version */
  async version(
    knex: Knex,
    asked: Pick<DocumentAsked, 'escalationId' | 'documentId' | 'version'>,
  ): Promise<DocumentDbRow> {
    const { escalationId, documentId, version } = asked;
    const row: DocumentDbRow | undefined = await knex
      .from('document')
      .where({
        id: documentId,
        escalation_id: escalationId,
        ...(version === undefined ? {} : { version }),
      })
      .orderBy('version', 'desc')
      .first();
    if (!row) throw new NotFoundError();
    return row;
  }

  private async present(
    knex: Knex,
    row: DocumentDbRow,
  ): Promise<DocumentVersion> {
    const content = caseContent(this.context, {
      knex,
      escalationId: row.escalation_id,
    });
    const place = `${row.id}.${row.version}`;
    const versions: Array<Pick<DocumentDbRow, 'version' | 'at' | 'by_id'>> =
      await knex
        .from('document')
        .where({ id: row.id })
        .orderBy('version', 'desc')
        .select('version', 'at', 'by_id');
    const body = await content.open(
      'document',
      'sealed_body',
      place,
      row.sealed_body,
    );
    return {
      id: row.id,
      templateId: row.template_id,
      title: await content.open(
        'document',
        'sealed_title',
        place,
        row.sealed_title,
      ),
      body,
      version: row.version,
      newest: versions[0]?.version ?? row.version,
      by: this.presenter.named(row.by_id),
      at: row.at.toISOString(),
      hash: row.hash,
      footer: documentFooter({ body, version: row.version }),
      versions: versions.map(({ version, at, by_id }) => ({
        version,
        at: at.toISOString(),
        by: this.presenter.named(by_id),
      })),
    };
  }

  /** @throws ConflictError where its content was destroyed */
  private async open(
    knex: Knex,
    row: DocumentDbRow,
  ): Promise<{ view: DocumentView; html: string | null; isDraft: boolean }> {
    const unseal = (column: string, sealed: string) =>
      this.context.hub.sealing.unseal({
        trx: knex,
        caseId: row.escalation_id,
        table: 'document',
        column,
        row: `${row.id}.${row.version}`,
        sealed,
      });
    try {
      const body = await unseal('sealed_body', row.sealed_body);
      return {
        view: viewOfDocument({
          title: await unseal('sealed_title', row.sealed_title),
          body,
          version: row.version,
        }),
        isDraft: placesToAdapt(body).length > 0,
        html: row.sealed_html && (await unseal('sealed_html', row.sealed_html)),
      };
    } catch (error) {
      if (error instanceof DestroyedContentError) {
        throw new ConflictError(DESTROYED);
      }
      throw error;
    }
  }
}

/** What all forms of one version are drawn from. */
export const viewOfDocument = (input: {
  title: string;
  body: string;
  version: number;
}): DocumentView =>
  readDocument({
    title: input.title,
    body: input.body,
    footer: documentFooter(input),
  });
