import { Attendance } from './Attendance';

/** Of the page that this is. */
export const attendance = new Attendance();
attendance.watch(document);
