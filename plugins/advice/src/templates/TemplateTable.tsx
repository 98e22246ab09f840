import type { Template } from '@imsa-hub/advice-common';
import { NATION_NAMES } from '@imsa-hub/core';
import {
  areaList,
  Moment,
  type QueueColumnConfig,
  QueueTable,
  StatusBadge,
} from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { REPLY_KIND_NAMES } from '../reply/replyWords';

const COLUMNS: readonly QueueColumnConfig<Template>[] = [
  {
    id: 'title',
    label: 'Template',
    isRowHeader: true,
    cell: template => template.title,
  },
  {
    id: 'for',
    label: 'Meant for',
    cell: ({ nations, areas }) => (
      <div className="advice-lines">
        <span>{areas.length > 0 ? areaList(areas) : 'Every area'}</span>
        <span className="hub-optional">
          {nations.length > 0
            ? nations.map(nation => NATION_NAMES[nation]).join(', ')
            : 'All nations'}
        </span>
      </div>
    ),
  },
  {
    id: 'kind',
    label: 'Kind',
    width: '11rem',
    cell: template => REPLY_KIND_NAMES[template.kind],
  },
  {
    id: 'changed',
    label: 'Changed',
    width: '14rem',
    cell: ({ version, changedAt, changedBy, origin }) => (
      <div className="advice-lines">
        <span>
          Version {version}, <Moment at={changedAt} />
        </span>
        <span className="hub-optional">
          {origin === 'built-in' ? 'Comes with the Hub' : changedBy}
        </span>
      </div>
    ),
  },
  {
    id: 'state',
    label: 'State',
    width: '7rem',
    cell: ({ retired }) =>
      retired ? (
        <StatusBadge>Retired</StatusBadge>
      ) : (
        <StatusBadge tone="positive">In use</StatusBadge>
      ),
  },
];

/** Templates in use first, each by title. */
function inOrder(templates: readonly Template[]): readonly Template[] {
  return [...templates].sort(
    (a, b) =>
      Number(a.retired) - Number(b.retired) ||
      a.title.localeCompare(b.title, 'en-GB'),
  );
}

/** All templates. There are dozens, never thousands: one page holds them. */
export function TemplateTable(props: { templates: readonly Template[] }) {
  return (
    <QueueTable
      label="Templates"
      columns={COLUMNS}
      rows={inOrder(props.templates)}
      getId={template => template.id}
      getHref={template => pagePaths.template(template.id)}
      empty={null}
    />
  );
}
