const SHORT = new Intl.NumberFormat('en', {notation: 'compact', maximumFractionDigits: 1});
const LONG = new Intl.NumberFormat('en', {maximumFractionDigits: 2});

/** Returns a number for an axis: 1.2K. */
export const short = (value) => (Math.abs(value) < 10000 ? LONG : SHORT).format(value);

/** Returns a number in full: 12,345.67. */
export const long = (value) => (value === null || value === undefined ? '–' : LONG.format(value));

/** Returns a share as a percentage: 12.3 %. */
export const percent = (share) =>
  share === null || share === undefined ? '' : (100 * share).toFixed(share < 0.1 ? 1 : 0) + ' %';

/** Returns a function from values to pixels. */
export const linear = ([a, b], [from, to]) => (value) =>
  b === a ? from : from + ((value - a) / (b - a)) * (to - from);

/** Returns the label of a bucket of time without what all labels share. */
export function timeLabel(time) {
  const day = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?/.exec(time);
  if (!day) {
    return time;
  }
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const date = `${Number(day[3])} ${month[Number(day[2]) - 1]}`;
  return day[4] && day[4] !== '00:00' ? `${date} ${day[4]}` : date;
}
