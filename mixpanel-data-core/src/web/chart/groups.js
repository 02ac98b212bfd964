import {fitting, svg, width} from './dom.js';
import {legend} from './legend.js';

const BAR = 20;

/** Draws shares side by side in groups, as those of segments at each step of a funnel. */
export function groups(frame, chart, size) {
  const rights = chart.groups.flatMap((g) => g.bars.map((b) => width(b.note))).concat(0);
  const right = Math.max(...rights) + 14;
  const room = Math.max(60, size - right);
  const heights = chart.groups.map((g) => 26 + g.bars.length * BAR + 14);
  const height = heights.reduce((a, b) => a + b, 0);
  const picture = svg('svg', {width: size, height, viewBox: `0 0 ${size} ${height}`, 'aria-hidden': true});
  let y = 0;
  chart.groups.forEach((group, g) => {
    picture.append(svg('text', {class: 'mpc-strong', x: 0, y: y + 17}, fitting(group.label, size - 4)));
    group.bars.forEach((bar, i) => {
      const top = y + 26 + i * BAR;
      picture.append(
        svg('rect', {class: 'mpc-track', x: 0, y: top, width: room, height: BAR - 6, rx: 3}),
        svg('rect', {class: `f${i % 8}`, x: 0, y: top, width: Math.max(bar.value > 0 ? 2 : 0, room * Math.min(1, bar.value)), height: BAR - 6, rx: 3}, svg('title', {}, `${bar.label}: ${bar.note}`)),
        svg('text', {class: 'mpc-mute mpc-digits', x: room + 10, y: top + BAR / 2 + 2}, bar.note),
      );
    });
    y += heights[g];
  });
  frame.append(picture, legend((chart.groups[0]?.bars ?? []).map((bar) => bar.label)));
}
