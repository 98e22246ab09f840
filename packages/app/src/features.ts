import advicePlugin from '@imsa-hub/advice';
import deadlinesPlugin from '@imsa-hub/deadlines';
import escalationsPlugin from '@imsa-hub/escalations';
import homePlugin from '@imsa-hub/home';
import networkPlugin from '@imsa-hub/network';
import searchPlugin from '@imsa-hub/search';

/** The plugins with pages, in the order in which the navigation shows them. */
export const features = [
  homePlugin,
  advicePlugin,
  escalationsPlugin,
  deadlinesPlugin,
  networkPlugin,
  searchPlugin,
];
