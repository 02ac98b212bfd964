import {bars} from './bars.js';
import {html} from './dom.js';
import {flow} from './flow.js';
import {groups} from './groups.js';
import {heat} from './heat.js';
import {lines} from './lines.js';

export {numbers} from './rows.js';
export {table} from './table.js';

const KINDS = {lines, bars, groups, heatmap: heat, flow};

/**
 * Draws a chart into an element, as wide as that is, again whenever its width changes. Returns a
 * function that ends this.
 */
export function draw(element, chart) {
  const shown = atOneTime(chart);
  const frame = html('div', {class: 'mpc', role: 'img', tabindex: 0, 'aria-label': spoken(chart)});
  element.replaceChildren(frame);
  let drawn = 0;
  const redraw = () => {
    const size = Math.floor(element.clientWidth);
    if (size > 0 && size !== drawn) {
      drawn = size;
      frame.replaceChildren();
      KINDS[shown.kind](frame, shown, size);
    }
  };
  redraw();
  const watch = new ResizeObserver(redraw);
  watch.observe(element);
  return () => watch.disconnect();
}

/** One point in time is no line: its values are a ranking. */
function atOneTime(chart) {
  return chart.kind === 'lines' && chart.times.length < 2
    ? {kind: 'bars', title: chart.title, bars: chart.series.map((s) => ({label: s.name, value: s.values[0] ?? 0, note: ''}))}
    : chart;
}

function spoken(chart) {
  const what = {lines: 'Line chart', bars: 'Bar chart', groups: 'Grouped bar chart', heatmap: 'Heat map', flow: 'Flow diagram'};
  return `${what[chart.kind]}: ${chart.title}. The table has the numbers.`;
}
