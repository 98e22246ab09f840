/** Above the title of every page of the journey. */
export const EYEBROW = 'Bring a case to the Hub';
