import axe from 'axe-core';

/**
 * Fails where axe finds something. Contrast needs real colours: those are
 * tested as numbers beside the tokens, and looked at in the journeys.
 */
export async function expectAccessible(element: Element): Promise<void> {
  // jsdom draws nothing, and says so each time that axe looks for icons.
  HTMLCanvasElement.prototype.getContext = () => null;
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html),
    })),
  ).toEqual([]);
}
