/** Moments as the database tells them, in an order. */

/** Its texts leave out zeros at their end: only without the sign behind them they are in order as texts (.45 before .456). */
export function sortable(moment: string): string {
  return moment.replace(/Z$/, '')
}
