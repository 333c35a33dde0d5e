/** Last days in time, for the duties of the company: those of the domain, under the name by which its neighbours know them. */
export { daysFrom, workingDaysFrom } from '../../domain/limit.ts';
