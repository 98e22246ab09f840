import { useContext, type ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { PageHeadingContext } from './PageHeadingContext';
import { useFocusOnArrival } from './useFocusOnArrival';
import { usePageTitle } from './usePageTitle';

/** What every page is made of. */
export interface PageBodyProps {
  /** The one `h1`, and the name of the browser tab. */
  title: string;
  /** One or two sentences beneath the title. */
  lead?: ReactNode;
  /** Small words above the title: what kind of thing this is. */
  eyebrow?: ReactNode;
  /** Where one came from. */
  back?: { href: string; label: string };
  /** Badges beneath the title. */
  status?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** `reading` keeps lines short; `wide` is for lists. Default `wide`. */
  width?: 'reading' | 'wide';
  children: ReactNode;
}

/** A page: its title, what can be done here, and its content. */
export function PageBody(props: PageBodyProps) {
  const { title, lead, eyebrow, back, status, actions, width = 'wide' } = props;
  const isBeneathHeading = useContext(PageHeadingContext);
  const heading = useFocusOnArrival();
  usePageTitle(title);
  const Heading = isBeneathHeading ? 'h2' : 'h1';

  return (
    <div className="hub-page" data-width={width}>
      {back && (
        <Link href={back.href} className="hub-back" standalone>
          <RiArrowLeftLine size={18} aria-hidden="true" />
          {back.label}
        </Link>
      )}
      <header className="hub-page-head">
        <div className="hub-page-words">
          {eyebrow && <p className="hub-eyebrow">{eyebrow}</p>}
          <Heading ref={heading} tabIndex={-1} className="hub-title">
            {title}
          </Heading>
          {lead && <div className="hub-lead">{lead}</div>}
          {status && <div className="hub-row">{status}</div>}
        </div>
        {actions && <div className="hub-row hub-page-actions">{actions}</div>}
      </header>
      {props.children}
    </div>
  );
}
