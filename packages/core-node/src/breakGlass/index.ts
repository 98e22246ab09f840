export {
  BreakGlassService,
  type RecordsBehindGlass,
} from './BreakGlassService';
