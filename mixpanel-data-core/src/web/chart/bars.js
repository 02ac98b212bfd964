import {fitting, svg, width} from './dom.js';
import {long} from './numbers.js';

const ROW = 34;

/** Draws a ranking, or the steps of a funnel, as horizontal bars. */
export function bars(frame, chart, size) {
  const all = chart.bars;
  const notes = all.map((bar) => long(bar.value) + (bar.note ? `  ·  ${bar.note.trim().replace(/\s{2,}/g, '  ·  ')}` : ''));
  const above = size < 560;
  const row = above ? 46 : ROW;
  const left = above ? 0 : Math.min(size * 0.32, Math.max(0, ...all.map((b) => width(b.label))) + 14);
  const right = Math.max(0, ...notes.map((n) => width(n))) + 12;
  const most = Math.max(0, ...all.map((b) => b.value)) || 1;
  const height = all.length * row + 8;
  const room = Math.max(40, size - left - right);
  const picture = svg('svg', {width: size, height, viewBox: `0 0 ${size} ${height}`, 'aria-hidden': true});
  all.forEach((bar, i) => {
    const y = i * row + 4;
    const thick = above ? 16 : row - 12;
    const top = above ? y + 20 : y + 2;
    const long = Math.max(bar.value > 0 ? 2 : 0, (room * Math.max(0, bar.value)) / most);
    const label = above ? fitting(bar.label, size - 8) : fitting(bar.label, left - 12);
    picture.append(
      svg('title', {}, bar.label),
      svg('text', {x: above ? 0 : left - 10, y: above ? y + 13 : y + row / 2 + 1, 'text-anchor': above ? 'start' : 'end'}, label),
      svg('rect', {class: 'mpc-track', x: left, y: top, width: room, height: thick, rx: 4}),
      svg('rect', {class: 'f0', x: left, y: top, width: long, height: thick, rx: 4}, svg('title', {}, `${bar.label}: ${notes[i]}`)),
      svg('text', {class: 'mpc-mute mpc-digits', x: left + room + 10, y: top + thick / 2 + 4}, notes[i]),
    );
  });
  frame.append(picture);
}
