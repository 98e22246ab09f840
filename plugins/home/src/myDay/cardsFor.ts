import type { HomeCard } from '@imsa-hub/home-react';

/** The cards whose door is open, most pressing first. */
export function cardsFor(options: {
  cards: readonly HomeCard[];
  has(door: string): boolean;
}): HomeCard[] {
  const { cards, has } = options;
  return cards
    .filter(({ door }) => door === undefined || has(door))
    .sort(
      (one, other) =>
        one.order - other.order || one.title.localeCompare(other.title),
    );
}
