import { lazy, type ComponentType } from 'react';
import {
  ApiBlueprint,
  createExtensionInput,
  swappableComponentsApiRef,
  type SwappableComponentRef,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';

/** What a reference carries at run time, for when nobody swaps it. */
interface SwappableDefault {
  defaultComponent: ComponentType;
  transformProps?(props: object): object;
}

function hasDefault(ref: object): ref is SwappableDefault {
  return 'defaultComponent' in ref;
}

function byDefault(ref: object): ComponentType {
  if (!hasDefault(ref)) throw new Error('This component cannot be shown');
  const { defaultComponent: Default, transformProps } = ref;
  return props => <Default {...(transformProps?.(props) ?? props)} />;
}

/** The components that an app may put in the place of Backstage's own. */
export const swappableComponentsApi = ApiBlueprint.makeWithOverrides({
  name: 'swappable-components',
  inputs: {
    components: createExtensionInput(
      [SwappableComponentBlueprint.dataRefs.component],
      { internal: true },
    ),
  },
  factory(originalFactory, { inputs }) {
    const swapped = new Map<string, ComponentType>();
    for (const input of inputs.components) {
      const { ref, loader } = input.get(
        SwappableComponentBlueprint.dataRefs.component,
      );
      const component = loader?.();
      if (!component) continue;
      swapped.set(
        ref.id,
        component instanceof Promise
          ? lazy(async () => ({ default: await component }))
          : component,
      );
    }
    const componentOf = (ref: SwappableComponentRef) => {
      const component = swapped.get(ref.id) ?? byDefault(ref);
      // One component for good: a new one each time would begin anew.
      swapped.set(ref.id, component);
      return component;
    };
    return originalFactory(define =>
      define({
        api: swappableComponentsApiRef,
        deps: {},
        factory: () => ({
          getComponent: ref => {
            const Component = componentOf(ref);
            return props => <Component {...props} />;
          },
        }),
      }),
    );
  },
});
