export { PageBody, type PageBodyProps } from './PageBody';
export { Section } from './Section';
export { Facts } from './Facts';
export { PageHeadingContext } from './PageHeadingContext';
export { APP_NAME, usePageTitle } from './usePageTitle';
export { useFocusOnArrival } from './useFocusOnArrival';
export { BreakGlassForm } from './BreakGlassForm';
export { RecordNotFound } from './RecordNotFound';
export { PrintNote } from './PrintNote';
