import {fitting, html, svg, width} from './dom.js';
import {percent} from './numbers.js';
import {tip} from './tip.js';

const ROW = 26;
const NARROWEST = 44;

/** Draws shares in rows and columns, as a retention table; wide ones scroll. */
export function heat(frame, chart, size) {
  const names = chart.rows.map((row) => row.split(/\s{2,}| (?=[\d,]+$)/));
  const wide = (n) => Math.max(0, ...names.map((name) => width(name[n] ?? '')));
  const first = Math.min(size * 0.3, wide(0) + 10);
  const second = wide(1) ? wide(1) + 18 : 6;
  const left = first + second;
  const cell = Math.max(NARROWEST, Math.min(84, (size - left) / Math.max(1, chart.columns.length)));
  const all = left + cell * chart.columns.length;
  const height = 26 + chart.rows.length * ROW;
  const picture = svg('svg', {width: all, height, viewBox: `0 0 ${all} ${height}`, 'aria-hidden': true});
  chart.columns.forEach((column, i) => {
    picture.append(svg('text', {class: 'mpc-mute', x: left + cell * (i + 0.5), y: 16, 'text-anchor': 'middle'}, fitting(column, cell - 4)));
  });
  chart.rows.forEach((row, r) => {
    const y = 26 + r * ROW;
    picture.append(svg('text', {x: 0, y: y + 17}, fitting(names[r][0], first)));
    if (names[r][1]) {
      picture.append(svg('text', {class: 'mpc-mute mpc-digits', x: left - 10, y: y + 17, 'text-anchor': 'end'}, names[r][1]));
    }
    chart.shares[r].forEach((share, c) => {
      if (share === null) {
        return;
      }
      const final = c < chart.complete[r];
      picture.append(
        svg('rect', {
          class: final ? 'mpc-heat' : 'mpc-heat mpc-pale',
          x: left + cell * c + 1, y: y + 1, width: cell - 2, height: ROW - 2, rx: 3,
          'fill-opacity': (0.06 + 0.94 * Math.min(1, share)).toFixed(3),
          'data-row': r, 'data-column': c,
        }),
        svg('text', {class: share > 0.72 ? 'mpc-on' : '', x: left + cell * (c + 0.5), y: y + 17, 'text-anchor': 'middle', 'pointer-events': 'none'}, percent(share) + (final ? '' : '*')),
      );
    });
  });
  const scroll = html('div', {class: 'mpc-scroll'}, picture);
  frame.append(scroll);
  const box = tip(frame);
  picture.addEventListener('pointerover', (e) => {
    const r = e.target.getAttribute('data-row');
    const c = e.target.getAttribute('data-column');
    if (r === null) {
      box.hide();
      return;
    }
    const place = frame.getBoundingClientRect();
    box.show(e.clientX - place.left, e.clientY - place.top, names[r].join(' · '), [[null, `Column ${chart.columns[c]}`, percent(chart.shares[r][c])]]);
  });
  picture.addEventListener('pointerleave', () => box.hide());
  if (chart.shares.some((row, r) => row.length > chart.complete[r]) && chart.note) {
    frame.append(html('p', {class: 'mpc-note'}, `* ${chart.note}`));
  }
}
