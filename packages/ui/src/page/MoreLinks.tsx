import { ButtonLink } from '@backstage/ui';
import { Fold } from './Fold';

/** Where else one can go from a page; folded away where the screen is narrow. */
export function MoreLinks(props: {
  /** Nothing in place of one that is not open to this person. */
  links: ReadonlyArray<{ label: string; href: string } | false>;
}) {
  const links = props.links.filter(link => link !== false);
  if (links.length === 0) return null;
  return (
    <Fold title="More">
      <div className="hub-row">
        {links.map(({ label, href }) => (
          <ButtonLink key={href} variant="tertiary" size="medium" href={href}>
            {label}
          </ButtonLink>
        ))}
      </div>
    </Fold>
  );
}
