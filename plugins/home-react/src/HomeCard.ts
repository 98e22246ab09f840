import type { ComponentType } from 'react';

/** A card on "My day" as the home page draws it. */
export interface HomeCard {
  id: string;
  title: string;
  /** Lower is more pressing. */
  order: number;
  /** The basic permission without which the card is not shown. */
  door?: string;
  /** May suspend while it is being loaded. */
  Content: ComponentType;
}
