import { useId, type ReactNode } from 'react';

/** A named part of a page: a quiet panel with an `h2`. */
export function Section(props: {
  title: string;
  /** A sentence beneath the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** `plain` has no panel around it. Default `panel`. */
  variant?: 'panel' | 'plain';
  children: ReactNode;
}) {
  const { title, lead, actions, variant = 'panel', children } = props;
  const id = useId();
  return (
    <section
      className="hub-section"
      data-variant={variant}
      aria-labelledby={id}
    >
      <header className="hub-section-head">
        <div>
          <h2 id={id} className="hub-section-title">
            {title}
          </h2>
          {lead && <div className="hub-section-lead">{lead}</div>}
        </div>
        {actions && <div className="hub-row">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
