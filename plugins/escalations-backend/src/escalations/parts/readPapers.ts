import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { all, type PartReading } from './PartReading';

/** The newest version of each document. */
export async function readDocuments(
  reading: PartReading,
): Promise<EscalationRecord['documents']> {
  const { knex, escalationId, content, named, marks } = reading;
  const rows = await knex
    .from('document')
    .where({ escalation_id: escalationId })
    .distinctOn('id')
    .orderBy([{ column: 'id' }, { column: 'version', order: 'desc' }])
    .select(
      'id',
      'version',
      'template_id',
      'by_id',
      'at',
      'hash',
      'sealed_title',
    );
  return all(rows, async row => ({
    id: row.id,
    templateId: row.template_id,
    title: await content.open(
      'document',
      'sealed_title',
      `${row.id}.${row.version}`,
      row.sealed_title,
    ),
    version: row.version,
    by: named(row.by_id),
    at: row.at.toISOString(),
    hash: row.hash,
    marked: marks(row.sealed_title),
  }));
}

/** Files without their content. */
export async function readFiles(
  reading: PartReading,
): Promise<EscalationRecord['files']> {
  const { knex, escalationId, content, named, marks } = reading;
  const rows = await knex
    .from('file')
    .where({ escalation_id: escalationId })
    .orderBy(['at', 'id'])
    .select(
      'id',
      'type',
      'size',
      'hash',
      'state',
      'by_id',
      'at',
      'sealed_name',
    );
  return all(rows, async row => ({
    id: row.id,
    name: await content.open('file', 'sealed_name', row.id, row.sealed_name),
    type: row.type,
    size: row.size,
    hash: row.hash,
    by: named(row.by_id),
    at: row.at.toISOString(),
    state: row.state,
    marked: marks(row.sealed_name),
  }));
}
