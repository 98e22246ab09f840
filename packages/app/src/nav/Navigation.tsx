import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { Link } from '@backstage/ui';
import { useNavigationItems } from './useNavigationItems';

function isHere(options: { href: string; pathname: string }): boolean {
  const { href, pathname } = options;
  if (href === '/') return pathname === '/';
  return pathname === href || pathname.startsWith(`${href}/`);
}

/** The pages of this person's role. */
export function Navigation(props: {
  /** Above the pages. */
  head?: ReactNode;
  /** Called when somebody goes somewhere. */
  onNavigate?(): void;
}) {
  const items = useNavigationItems();
  const { pathname } = useLocation();
  return (
    <nav aria-label="Main" className="hub-nav">
      {props.head}
      <ul>
        {items.map(({ id, href, title, icon }) => (
          <li key={id}>
            <Link
              href={href}
              standalone
              className="hub-nav-link"
              aria-current={isHere({ href, pathname }) ? 'page' : undefined}
              onClick={props.onNavigate}
            >
              <span className="hub-nav-icon" aria-hidden="true">
                {icon}
              </span>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
