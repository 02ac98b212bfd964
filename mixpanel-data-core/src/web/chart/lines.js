import {bisectCenter, max, min, ticks} from 'd3-array';
import {area, line} from 'd3-shape';
import {svg, width} from './dom.js';
import {legend} from './legend.js';
import {linear, long, short, timeLabel} from './numbers.js';
import {tip} from './tip.js';

const MARGIN = {top: 12, right: 16, bottom: 28};
const MOST_ROWS = 8;
const MOST_LINES = 8;

/** Draws values over time; the arrow keys walk along the times. */
export function lines(frame, chart, size) {
  const {times} = chart;
  const series = largest(chart.series);
  const values = series.flatMap((s) => s.values.filter((v) => v !== null));
  const top = max(values) ?? 1;
  const bottom = Math.min(0, min(values) ?? 0);
  const marks = ticks(bottom, top === bottom ? bottom + 1 : top, 5);
  const highest = Math.max(top, marks[marks.length - 1]);
  const left = Math.ceil(Math.max(...marks.map((m) => width(short(m))))) + 14;
  const height = Math.max(220, Math.min(380, size * 0.42));
  const x = linear([0, Math.max(1, times.length - 1)], [left, size - MARGIN.right]);
  const y = linear([bottom, highest], [height - MARGIN.bottom, MARGIN.top]);
  const picture = svg('svg', {width: size, height, viewBox: `0 0 ${size} ${height}`, 'aria-hidden': true});
  for (const mark of marks) {
    picture.append(
      svg('line', {class: mark === 0 ? 'mpc-axis' : 'mpc-grid', x1: left, x2: size - MARGIN.right, y1: y(mark), y2: y(mark)}),
      svg('text', {class: 'mpc-mute', x: left - 8, y: y(mark) + 4, 'text-anchor': 'end'}, short(mark)),
    );
  }
  timeAxis(picture, times, x, height, size);
  const indices = Array.from(times.keys());
  const defined = (values) => (i) => values[i] !== null && values[i] !== undefined;
  if (series.length === 1) {
    const shown = thinned(indices, series[0].values, size);
    const below = area().defined(defined(series[0].values)).x(x).y0(y(Math.max(0, bottom))).y1((i) => y(series[0].values[i]));
    picture.append(svg('path', {class: 'mpc-area', d: below(shown)}));
  }
  series.forEach((s, n) => {
    const path = line().defined(defined(s.values)).x(x).y((i) => y(s.values[i]));
    picture.append(svg('path', {class: `mpc-line l${n % 8}`, d: path(thinned(indices, s.values, size)) ?? ''}));
    if (times.length <= 45) {
      alone(s.values).forEach((i) => picture.append(svg('circle', {class: `f${n % 8}`, cx: x(i), cy: y(s.values[i]), r: 3})));
    }
  });
  const cursor = svg('g', {class: 'mpc-cursor'});
  picture.append(cursor);
  frame.append(picture);
  if (series.length > 1) {
    frame.append(legend(series.map((s) => s.name), Math.max(chart.series_in_all, chart.series.length) - series.length));
  }
  point(frame, picture, cursor, {times, series, x, y, height, indices});
}

/** Nobody tells more colours apart: the lines with the greatest sums, in their order. */
function largest(series) {
  const sum = (s) => s.values.reduce((a, b) => a + (b ?? 0), 0);
  const kept = new Set([...series].sort((a, b) => sum(b) - sum(a)).slice(0, MOST_LINES));
  return series.filter((s) => kept.has(s));
}

/** Returns the points without neighbours, which no line shows. */
function alone(values) {
  const there = (i) => values[i] !== null && values[i] !== undefined;
  return Array.from(values.keys()).filter((i) => there(i) && !there(i - 1) && !there(i + 1));
}

/** Keeps the lowest and highest of each pixel's points, which look like all of them. */
function thinned(indices, values, size) {
  const step = Math.floor(indices.length / (size * 2));
  if (step < 2) {
    return indices;
  }
  const kept = [];
  for (let from = 0; from < indices.length; from += step) {
    let low = from;
    let high = from;
    for (let i = from; i < Math.min(from + step, indices.length); i++) {
      if ((values[i] ?? Infinity) < (values[low] ?? Infinity)) low = i;
      if ((values[i] ?? -Infinity) > (values[high] ?? -Infinity)) high = i;
    }
    kept.push(Math.min(low, high));
    if (low !== high) kept.push(Math.max(low, high));
  }
  return kept;
}

function timeAxis(picture, times, x, height, size) {
  const room = Math.max(...times.slice(0, 50).map((t) => width(timeLabel(t)))) + 18;
  const each = Math.max(1, Math.ceil((times.length * room) / (size - 60)));
  for (let i = 0; i < times.length; i += each) {
    const first = i === 0 && times.length > 1;
    const last = x(i) + width(timeLabel(times[i])) / 2 > size;
    picture.append(svg('text', {class: 'mpc-mute', x: first ? x(0) - 8 : last ? size : x(i), y: height - 8, 'text-anchor': first ? 'start' : last ? 'end' : 'middle'}, timeLabel(times[i])));
  }
}

function point(frame, picture, cursor, {times, series, x, y, height, indices}) {
  const box = tip(frame);
  const places = indices.map(x);
  let at = -1;
  const show = (i) => {
    at = i;
    cursor.replaceChildren(svg('line', {x1: x(i), x2: x(i), y1: MARGIN.top, y2: height - MARGIN.bottom}));
    series.forEach((s, n) => {
      if (s.values[i] !== null && s.values[i] !== undefined) {
        cursor.append(svg('circle', {class: `f${n % 8}`, cx: x(i), cy: y(s.values[i]), r: 4}));
      }
    });
    const rows = series
      .map((s, n) => [`k${n % 8}`, s.name, s.values[i]])
      .sort((a, b) => (b[2] ?? -Infinity) - (a[2] ?? -Infinity))
      .slice(0, MOST_ROWS)
      .map(([key, name, value]) => [series.length > 1 ? key : null, name, long(value)]);
    box.show(x(i), height / 2, times[i], rows);
  };
  const hide = () => {
    cursor.replaceChildren();
    box.hide();
  };
  picture.addEventListener('pointermove', (e) => show(bisectCenter(places, e.clientX - picture.getBoundingClientRect().left)));
  picture.addEventListener('pointerleave', hide);
  frame.addEventListener('blur', hide);
  frame.addEventListener('keydown', (e) => {
    const move = {ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity}[e.key];
    if (e.key === 'Escape') hide();
    if (move === undefined || times.length === 0) return;
    e.preventDefault();
    show(Math.max(0, Math.min(times.length - 1, at === -1 && move === 1 ? 0 : at + move)));
  });
}
