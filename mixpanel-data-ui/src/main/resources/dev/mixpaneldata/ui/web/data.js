import {forget, forms, get, overview, post} from './api.js';
import {count, failure, h, say} from './dom.js';
import {field} from './fields.js';

const NAMES = {fetch_events: 'Fetch events', fetch_profiles: 'Fetch profiles', sync_table: 'Sync a table'};

/** The local tables, and the fetches that fill them, with their progress. */
export async function data(element) {
  const [{fetches}, {info, writes}] = await Promise.all([forms(), overview()]);
  const progress = h('div', {class: 'result'});
  const start = async (question) => {
    progress.replaceChildren(h('section', {class: 'card job'}, h('p', {}, 'Starting …')));
    progress.dataset.state = 'running';
    try {
      const {job} = await post('fetch', question);
      await watch(progress, job);
    } catch (e) {
      progress.replaceChildren(failure(e));
      progress.dataset.state = 'failed';
    }
  };
  const sync = (t) => h('button', {type: 'button', class: 'small', disabled: !writes, onclick: () => start({operation: 'sync_table', arguments: {table: t.name}})}, 'Sync');
  element.append(h('h1', {}, 'Data'),
    h('section', {class: 'card'}, h('h2', {}, 'Local tables'),
      info.tables.length === 0 ? h('p', {class: 'mute'}, 'There is no local table yet.') :
        h('div', {class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Local tables'}, h('table', {}, h('thead', {}, h('tr', {}, ...['Table', 'Holds', 'Rows', 'Days', 'Fetched', ''].map((t, i) => (t ? h('th', {scope: 'col', class: i === 2 ? 'n' : null}, t) : h('td', {}))))),
          h('tbody', {}, ...info.tables.map((t) => h('tr', {}, h('th', {scope: 'row'}, t.name), h('td', {}, t.type), h('td', {class: 'n'}, count(t.row_count)), h('td', {}, t.from_date ? `${t.from_date} to ${t.to_date}` : ''), h('td', {}, new Date(t.fetched_at).toLocaleString('en', {dateStyle: 'medium', timeStyle: 'short'})), h('td', {}, t.type === 'events' ? sync(t) : null))))))),
    progress,
    writes ? h('section', {class: 'card'}, h('h2', {}, 'Fetch from Mixpanel'), ...fetches.filter((f) => f.id !== 'sync_table').map((f, i) => fetchForm(f, i === 0, info, start)))
      : h('section', {class: 'card'}, h('p', {}, 'This page was started for reading. Start mp ui with --allow-writes to fetch.')));
  return null;
}

function fetchForm(form, open, info, start) {
  const context = {event: () => undefined, property: () => undefined, tables: () => info.tables.map((t) => t.name)};
  const first = new Set(['table', 'from_date', 'to_date', 'events', 'where', 'mode']);
  const fields = form.parameters.map((p) => field(p, context));
  const shown = fields.filter((f) => first.has(f.name));
  const more = fields.filter((f) => !first.has(f.name));
  const submit = (e) => {
    e.preventDefault();
    start({operation: form.id, arguments: Object.fromEntries(fields.map((f) => [f.name, f.get()]).filter(([, v]) => v !== undefined))});
  };
  return h('details', {class: 'fetch', open}, h('summary', {}, NAMES[form.id]),
    h('form', {class: 'columns', onsubmit: submit, novalidate: true, 'aria-label': NAMES[form.id]}, ...shown.map((f) => f.element), more.length ? h('details', {class: 'more'}, h('summary', {}, 'More options'), ...more.map((f) => f.element)) : null, h('button', {class: 'main'}, NAMES[form.id])));
}

async function watch(place, job) {
  const bar = h('progress', {max: 1, value: 0, 'aria-label': 'Progress of the fetch'});
  const message = h('p', {role: 'status'});
  const notices = h('ul', {class: 'plain mute'});
  place.replaceChildren(h('section', {class: 'card job'}, h('h2', {}, 'Fetching'), bar, message, notices));
  for (;;) {
    const state = await get('fetch', {job});
    bar.value = state.share;
    message.textContent = state.message;
    notices.replaceChildren(...state.notices.map((text) => h('li', {}, text)));
    if (state.done) {
      end(place, state);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function end(place, {result, error}) {
  forget();
  if (error) {
    place.replaceChildren(failure(error));
    place.dataset.state = 'failed';
    return;
  }
  place.replaceChildren(h('section', {class: 'card job done'}, h('h2', {}, 'Stored'), h('p', {}, `${count(result.rows)} rows are in '${result.table}' now; ${count(result.received)} were received in ${result.duration_seconds.toFixed(1)} s.`), ...result.warnings.map((w) => h('p', {class: 'bad'}, w)), h('a', {href: '#/', class: 'button small'}, 'To the overview')));
  place.dataset.state = 'done';
  say('Stored.');
}
