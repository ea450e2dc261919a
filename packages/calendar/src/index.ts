export { Calendar, type CalendarPlan } from './Calendar';
export { DAY, HOUR, MINUTE } from './durations';
export { ZoneClock } from './ZoneClock';
export { comesTwice, zonedTime } from './zonedTime';
