/**
 * A moment as the person's own browser writes it: the time, and the day with it unless that is today.
 *
 * @param moment in milliseconds since 1970, as is `now`
 */
export function formatMoment(moment: number, now = Date.now()): string {
  const isToday = new Date(moment).toDateString() === new Date(now).toDateString();
  const day = isToday ? {} : ({dateStyle: 'medium'} as const);
  return new Intl.DateTimeFormat(undefined, {timeStyle: 'short', ...day}).format(moment);
}
