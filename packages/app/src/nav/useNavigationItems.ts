import { useMemo } from 'react';
import {
  appTreeApiRef,
  coreExtensionData,
  type AppNode,
  type IconElement,
} from '@backstage/frontend-plugin-api';
import { useApi } from '@backstage/core-plugin-api';

/** A page that the navigation leads to. */
export interface NavigationItem {
  id: string;
  href: string;
  title: string;
  icon: IconElement;
}

function toItem(node: AppNode): NavigationItem[] {
  if (!node.instance || node.spec.disabled) return [];
  const href = node.instance.getData(coreExtensionData.routePath);
  const title = node.instance.getData(coreExtensionData.title);
  const icon = node.instance.getData(coreExtensionData.icon);
  if (!href || !title || !icon) return [];
  return [{ id: node.spec.id, href, title, icon }];
}

/**
 * The pages that this person may open. Doors that are closed to them have no
 * node in the tree; pages without an icon are reached in other ways.
 */
export function useNavigationItems(): readonly NavigationItem[] {
  const appTree = useApi(appTreeApiRef);
  return useMemo(() => {
    const { tree } = appTree.getTree();
    const routes = tree.nodes.get('app/routes');
    const pages = routes?.edges.attachments.get('routes') ?? [];
    return pages.flatMap(toItem);
  }, [appTree]);
}
