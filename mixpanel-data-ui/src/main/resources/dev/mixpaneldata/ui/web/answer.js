import {forget, overview, post} from './api.js';
import {copyButton, count, failure, h, say} from './dom.js';

const TABS = ['Chart', 'Table', 'Same request'];

/** Shows an answer: its chart, its table, where it came from, and the same request elsewhere. */
export function answer(element, given, {question, title} = {}) {
  const tabs = given.chart ? TABS : TABS.slice(1);
  const panels = {Chart: () => chart(given), Table: () => table(given), 'Same request': () => same(given.same)};
  const panel = h('div', {class: 'panel', role: 'tabpanel', tabindex: -1});
  const buttons = tabs.map((name) => h('button', {type: 'button', role: 'tab', 'aria-selected': 'false', onclick: () => choose(name)}, name));
  const choose = (name) => {
    buttons.forEach((b) => b.setAttribute('aria-selected', String(b.textContent === name)));
    panel.setAttribute('aria-label', name);
    const content = panels[name]();
    panel.replaceChildren(content);
    content.dispatchEvent(new CustomEvent('placed'));
  };
  const bar = h('div', {role: 'tablist', 'aria-label': 'Views of the answer', class: 'tabs', onkeydown: arrows}, ...buttons);
  function arrows(e) {
    const move = {ArrowLeft: -1, ArrowRight: 1}[e.key];
    const next = move && buttons[buttons.indexOf(document.activeElement) + move];
    if (next) {
      next.focus();
      next.click();
    }
  }
  element.replaceChildren(
    h('section', {class: 'card answer', 'aria-label': 'Answer'},
      h('div', {class: 'head'}, h('h2', {dir: 'auto'}, title ?? given.chart?.title ?? given.title), h('div', {class: 'actions'}, pinButton(question), csvButton(given))),
      bar, panel, source(given)),
  );
  choose(tabs[0]);
  say(`Answered: ${count(given.rows_in_all)} rows.`);
}

function chart(given) {
  const place = h('div', {class: 'chart'});
  place.addEventListener('placed', () => MpChart.draw(place, given.chart));
  const printed = h('div', {class: 'only-print'}, MpChart.table(given.columns, given.rows.slice(0, 200), 'Numbers'));
  const both = h('div', {}, place, printed);
  both.addEventListener('placed', () => place.dispatchEvent(new CustomEvent('placed')));
  return both;
}

/** Makes the table of an answer. */
export function table(given) {
  if (given.rows.length === 0) return h('p', {class: 'empty'}, 'Nothing matches.');
  const more = given.rows_in_all - given.rows.length;
  return h('div', {class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Table'},
    MpChart.table(given.columns, given.rows, 'The numbers of the answer'),
    more > 0 ? h('p', {class: 'mute'}, `${count(more)} more rows are not shown.`) : null);
}

function same({command, java, mcp}) {
  const block = (name, text) => h('div', {class: 'code'}, h('div', {class: 'head'}, h('h3', {}, name), copyButton(() => text)), h('pre', {tabindex: 0}, h('code', {}, text)));
  return h('div', {class: 'same'}, block('Command', command), block('Java', java), block('MCP call', mcp));
}

/** Says where an answer came from, and what it cost. */
export function source(given) {
  const cost = given.calls === undefined ? null : given.calls === 0 ? 'no calls to Mixpanel' : `${given.calls} of the hour's calls`;
  const time = given.seconds === undefined ? null : given.seconds < 1 ? `${Math.max(1, Math.round(given.seconds * 1000))} ms` : `${given.seconds.toFixed(1)} s`;
  const parts = [`Answered by ${given.by}`, time, cost, `${count(given.rows_in_all)} rows`].filter(Boolean);
  return h('footer', {class: 'source'}, h('span', {}, parts.join(' · ')), given.text ? h('span', {class: 'note'}, given.text) : null);
}

function csvButton(given) {
  return h('button', {type: 'button', class: 'small', onclick: save}, 'CSV');
  function save() {
    const cell = (value) => {
      const text = value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const lines = [given.columns, ...given.rows].map((row) => row.map(cell).join(','));
    const link = h('a', {href: URL.createObjectURL(new Blob([lines.join('\r\n') + '\r\n'], {type: 'text/csv'})), download: 'answer.csv'});
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

function pinButton(question) {
  if (!question) return null;
  return h('button', {type: 'button', class: 'small', onclick: open}, 'Pin to a board');
  async function open() {
    const {boards, writes} = await overview();
    const name = h('input', {id: 'pin-board', required: true, value: boards[0] ?? 'board', list: 'pin-boards', autocomplete: 'off'});
    const title = h('input', {id: 'pin-title', autocomplete: 'off', placeholder: 'Made of the question unless given'});
    const result = h('div', {role: 'status'});
    const dialog = h('dialog', {'aria-label': 'Pin to a board', onclose: () => dialog.remove()},
      h('form', {onsubmit: pin}, h('h2', {}, 'Pin to a board'),
        h('label', {for: 'pin-board'}, 'Board'), name, h('datalist', {id: 'pin-boards'}, ...boards.map((b) => h('option', {value: b}))),
        h('label', {for: 'pin-title'}, 'Title'), title, result,
        h('div', {class: 'actions'}, h('button', {type: 'button', onclick: () => dialog.close()}, 'Close'), h('button', {class: 'main', disabled: !writes}, 'Pin'))));
    if (!writes) result.append(h('p', {class: 'mute'}, 'This page was started for reading. Start mp ui with --allow-writes to change boards.'));
    async function pin(e) {
      e.preventDefault();
      try {
        await post('pin', {board: name.value, title: title.value || null, question});
        forget();
        result.replaceChildren(h('p', {}, 'Pinned. ', h('a', {href: `#/board/${encodeURIComponent(name.value)}`, onclick: () => dialog.close()}, 'Open the board')));
      } catch (error) {
        result.replaceChildren(failure(error));
      }
    }
    document.body.append(dialog);
    dialog.showModal();
  }
}
