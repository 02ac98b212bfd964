import {names, post} from './api.js';
import {h} from './dom.js';

const WORDS = 'SELECT FROM WHERE GROUP BY ORDER LIMIT COUNT SUM AVG MIN MAX DISTINCT AS AND OR NOT IN BETWEEN LIKE ILIKE IS NULL CASE WHEN THEN ELSE END JOIN LEFT ON USING WITH HAVING UNION ALL DESC ASC OVER PARTITION DATE_TRUNC QUANTILE_CONT EXTRACT CAST TRUE FALSE'.split(' ');
const MOST = 8;

/** Puts a list of completions under a text area; returns both. */
export function complete(area, tables) {
  const list = h('ul', {class: 'completions', role: 'listbox', id: 'completions', 'aria-label': 'Completions'});
  list.hidden = true;
  area.setAttribute('aria-controls', 'completions');
  area.setAttribute('aria-autocomplete', 'list');
  const known = [...tables.map((t) => [t.name, 'table']), ...WORDS.map((w) => [w, ''])];
  tables.forEach(async (t) => {
    const schema = await post('ask', {operation: 'table_schema', arguments: {table: t.name}}).catch(() => null);
    schema?.rows.forEach(([name, type]) => known.unshift([/^[a-z_][a-z0-9_]*$/i.test(name) ? name : `"${name}"`, String(type).toLowerCase()]));
  });
  names('events').then((events) => known.push(...events.map((e) => [`'${e.replaceAll("'", "''")}'`, 'event']))).catch(() => {});
  let at = 0;
  let found = [];
  const prefix = () => /['"\w$.]*$/.exec(area.value.slice(0, area.selectionStart))[0];
  const close = () => {
    list.hidden = true;
    area.removeAttribute('aria-activedescendant');
  };
  const mark = () => [...list.children].forEach((li, i) => {
    li.setAttribute('aria-selected', String(i === at));
    if (i === at) area.setAttribute('aria-activedescendant', li.id);
  });
  const open = (always) => {
    const begun = prefix().toLowerCase();
    const plain = begun.replace(/^['"]/, '');
    const seen = new Set();
    found = begun.length < (always ? 0 : 1) ? [] : known.filter(([name]) => {
      const fits = name.toLowerCase().startsWith(begun) || (plain.length > 1 && name.toLowerCase().replace(/^['"]/, '').startsWith(plain));
      return fits && name.toLowerCase() !== begun && !seen.has(name) && seen.add(name);
    }).slice(0, MOST);
    at = 0;
    list.replaceChildren(...found.map(([name, kind], i) => h('li', {role: 'option', id: `completion-${i}`, onpointerdown: (e) => (e.preventDefault(), use(i))}, h('span', {}, name), h('small', {}, kind))));
    list.hidden = found.length === 0;
    if (found.length === 0) close();
    else mark();
  };
  const use = (i) => {
    const begun = prefix();
    const end = area.selectionStart;
    area.setRangeText(found[i][0], end - begun.length, end, 'end');
    close();
    area.focus();
  };
  area.addEventListener('input', () => open(false));
  area.addEventListener('blur', close);
  area.addEventListener('keydown', (e) => {
    if (e.key === ' ' && e.ctrlKey) {
      e.preventDefault();
      open(true);
      return;
    }
    if (list.hidden || e.ctrlKey || e.metaKey) return;
    const move = {ArrowDown: 1, ArrowUp: -1}[e.key];
    if (move) {
      e.preventDefault();
      at = (at + move + found.length) % found.length;
      mark();
    } else if (e.key === 'Tab' || e.key === 'Enter') {
      e.preventDefault();
      use(at);
    } else if (e.key === 'Escape') {
      close();
    }
  });
  return h('div', {class: 'completing'}, area, list);
}
