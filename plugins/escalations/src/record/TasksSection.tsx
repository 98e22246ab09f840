import type { EscalationRecord, Task } from '@imsa-hub/escalations-common';
import { Marked, Moment, nameOf, Section, StatusBadge } from '@imsa-hub/ui';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';

function TaskLine({ task }: { task: Task }) {
  return (
    <li data-item={task.id}>
      <div className="case-lines">
        <span>{task.title}</span>
        <span className="hub-optional">
          {nameOf(task.owner)} · by <Moment at={task.dueOn} />
        </span>
        <Marked marks={task.marked} />
      </div>
      <div className="hub-row">
        {task.overdue && <StatusBadge tone="negative">Overdue</StatusBadge>}
        {task.state === 'open' ? (
          <ActionButton
            action="settle-task"
            item={task.id}
            about={task.title}
            variant="tertiary"
          />
        ) : (
          <StatusBadge tone={task.state === 'done' ? 'positive' : 'neutral'}>
            {task.state === 'done' ? 'Done' : 'Not needed any more'}
          </StatusBadge>
        )}
      </div>
    </li>
  );
}

/** What is to be done, by whom and by when; what is settled stands beneath. */
export function TasksSection({ record }: { record: EscalationRecord }) {
  const isAllowed = useIsAllowed();
  const open = record.tasks.filter(({ state }) => state === 'open');
  const settled = record.tasks.filter(({ state }) => state !== 'open');
  if (record.tasks.length === 0 && !isAllowed('add-task')) return null;
  return (
    <Section title="Tasks" actions={<ActionButton action="add-task" />}>
      {open.length === 0 ? (
        <p className="hub-optional">No task is open.</p>
      ) : (
        <ul className="hub-lines">
          {open.map(task => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <details>
          <summary>
            {settled.length === 1
              ? '1 settled task'
              : `${settled.length} settled tasks`}
          </summary>
          <ul className="hub-lines">
            {settled.map(task => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
