import {html} from './dom.js';
import {long} from './numbers.js';

const isNumber = (value) => typeof value === 'number';

/** Makes the table of an answer; the header sorts. */
export function table(columns, rows, caption) {
  const numeric = columns.map((_, c) => rows.length > 0 && rows.every((r) => r[c] === null || isNumber(r[c])) && rows.some((r) => isNumber(r[c])));
  const body = html('tbody');
  const fill = (shown) =>
    body.replaceChildren(
      ...shown.map((row) =>
        html('tr', {}, ...columns.map((_, c) => html('td', {class: numeric[c] ? 'n' : null, dir: numeric[c] ? null : 'auto'}, cell(row[c])))),
      ),
    );
  const heads = columns.map((column, c) => {
    const button = html('button', {type: 'button'}, column);
    const head = html('th', {scope: 'col', class: numeric[c] ? 'n' : null}, button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') !== 'descending';
      heads.forEach((h) => h.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const sign = down ? -1 : 1;
      fill([...rows].sort((a, b) => sign * compare(a[c], b[c])));
    });
    return head;
  });
  fill(rows);
  return html('table', {}, html('caption', {class: 'hidden'}, caption), html('thead', {}, html('tr', {}, ...heads)), body);
}

function compare(a, b) {
  return isNumber(a) && isNumber(b) ? a - b : String(a ?? '').localeCompare(String(b ?? ''));
}

function cell(value) {
  if (value === null || value === undefined) return '';
  if (isNumber(value)) return long(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
