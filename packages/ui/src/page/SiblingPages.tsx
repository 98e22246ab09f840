import { Link } from '@backstage/ui';

/** Links between pages that stand side by side; the one that is open is told. */
export function SiblingPages<Id extends string>(props: {
  /** "Legal limits". */
  label: string;
  pages: ReadonlyArray<{ id: Id; label: string; href: string }>;
  current: Id;
}) {
  const { label, pages, current } = props;
  return (
    <nav aria-label={label}>
      <ul className="hub-views">
        {pages.map(page => (
          <li key={page.id}>
            <Link
              href={page.href}
              standalone
              className="hub-view"
              aria-current={page.id === current ? 'page' : undefined}
            >
              {page.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
