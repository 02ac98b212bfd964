import {sankey, sankeyLinkHorizontal} from 'd3-sankey';
import {fitting, html, svg, width} from './dom.js';
import {long} from './numbers.js';

/** The widest label, and the narrowest distance of two columns. */
const LABEL = 150;
const COLUMN = 64;
const NODE = 10;

/** Draws the steps between events as a Sankey diagram; long ones scroll. */
export function flow(frame, chart, size) {
  const steps = [...new Set(chart.links.map((l) => l.step))].sort((a, b) => a - b);
  const nodes = new Map();
  const node = (step, name) => {
    const id = `${step} ${name}`;
    if (!nodes.has(id)) nodes.set(id, {id, step, name});
    return id;
  };
  const links = chart.links.map(({step, from, to, value}) => {
    const near = node(step > 0 ? step - 1 : step + 1, from);
    const far = node(step, to);
    return step > 0 ? {source: near, target: far, value} : {source: far, target: near, value};
  });
  const first = Math.min(0, ...steps);
  const label = (name) => Math.min(LABEL, width(said(name)));
  const end = Math.max(...[...nodes.values()].filter((n) => n.step === Math.max(0, ...steps)).map((n) => label(n.name))) + 8;
  const wide = Math.max(size, steps.length * COLUMN + NODE + end);
  const gap = (wide - NODE - end) / steps.length;
  const most = Math.max(...steps.map((s) => new Set(chart.links.filter((l) => l.step === s).map((l) => l.to)).size), 1);
  const height = Math.max(240, Math.min(560, most * 64 + 40));
  const graph = sankey()
    .nodeId((n) => n.id)
    .nodeAlign((n) => n.step - first)
    .nodeWidth(NODE)
    .nodePadding(22)
    .nodeSort(null)
    .extent([[2, 14], [wide - end, height - 22]])({nodes: [...nodes.values()], links});
  const names = [...new Set(graph.nodes.map((n) => n.name))];
  const colour = (name) => (name.startsWith('$') ? 7 : names.indexOf(name) % 7);
  const picture = svg('svg', {width: wide, height, viewBox: `0 0 ${wide} ${height}`, 'aria-hidden': true});
  for (const link of graph.links) {
    picture.append(
      svg('path', {class: `mpc-flow l${colour(link.source.name)}`, d: sankeyLinkHorizontal()(link), 'stroke-width': Math.max(1, link.width)}, svg('title', {}, `${link.source.name} → ${link.target.name}: ${long(link.value)} users`)),
    );
  }
  const widest = (n) => (n.x1 + end >= wide - 1 ? LABEL : Math.min(LABEL, gap - NODE - 8));
  for (const n of graph.nodes) {
    const middle = (n.y0 + n.y1) / 2;
    picture.append(
      svg('rect', {class: `f${colour(n.name)}`, x: n.x0, y: n.y0, width: n.x1 - n.x0, height: Math.max(2, n.y1 - n.y0), rx: 2}, svg('title', {}, `${n.name}: ${long(n.value)} users`)),
      svg('text', {class: 'mpc-halo', x: n.x1 + 6, y: middle - 1}, fitting(said(n.name), widest(n))),
      svg('text', {class: 'mpc-halo mpc-mute mpc-digits', x: n.x1 + 6, y: middle + 13}, long(n.value)),
    );
  }
  frame.append(html('div', {class: 'mpc-scroll'}, picture));
}

const said = (name) => ({$dropoff: 'No further event', $other: 'Other events'})[name] ?? name;
