import {answer} from './answer.js';
import {forms, overview, post} from './api.js';
import {failure, h} from './dom.js';
import {field} from './fields.js';
import {reportUrl, request} from './url.js';

const DAY = 86400000;

/** Reports: a list of them, and for each a form and its answer. */
export async function report(element, at) {
  const [{reports, target}, {info}] = await Promise.all([forms(), overview()]);
  if (!at.name) {
    element.append(h('h1', {}, 'Reports'), h('div', {class: 'tiles'}, ...reports.map((r) => h('a', {class: 'tile', href: `#/report/${r.id}`}, h('strong', {}, called(r)), h('span', {}, r.summary + '.')))));
    return null;
  }
  const form = reports.find((r) => r.id === at.name);
  if (!form) {
    element.append(failure({code: 'NOT_FOUND', message: `There is no report '${at.name}'.`}));
    return null;
  }
  return build(element, form, target, info, reports)(at);
}

/** Returns the name of a report for people. */
export const called = (form) => {
  const text = form.id.replaceAll('_', ' ').replace('event paths', 'flows');
  return text[0].toUpperCase() + text.slice(1);
};

function build(element, form, target, info, reports) {
  const tables = info.tables.filter((t) => t.type === 'events').map((t) => t.name);
  const fields = [];
  const value = (...among) => fields.filter((f) => among.includes(f.name)).map((f) => f.get()).find(Boolean);
  const context = {
    event: () => [value('event', 'born_event', 'events', 'steps') ?? []].flat()[0],
    property: () => value('property_name', 'on', 'property'),
    tables: () => tables,
  };
  const made = (parameters) => parameters.map((p) => field(p, context));
  const own = made(form.parameters);
  const others = made(target);
  fields.push(...own);
  const first = new Set(['event', 'born_event', 'return_event', 'events', 'steps', 'metrics', 'property_name', 'properties', 'distinct_ids', 'on', 'by', 'where', 'unit', 'from_date', 'to_date', 'event_count']);
  const isFirst = (f, i) => form.parameters[i].required || first.has(f.name);
  const dates = ['from_date', 'to_date'];
  const shown = own.filter((f, i) => isFirst(f, i) && !dates.includes(f.name));
  const more = own.filter((f, i) => !isFirst(f, i));
  const days = own.filter((f) => dates.includes(f.name));
  const result = h('div', {class: 'result', 'aria-live': 'off'});
  const choose = h('select', {'aria-label': 'Report', onchange: () => (location.hash = `#/report/${choose.value}`)}, ...reports.map((r) => h('option', {value: r.id, selected: r.id === form.id}, called(r))));
  const details = (name, list) => (list.length ? h('details', {class: 'more'}, h('summary', {}, name), ...list.map((f) => f.element)) : null);
  const panel = h('form', {class: 'card form', onsubmit: submit, novalidate: true, 'aria-label': called(form)},
    h('div', {class: 'choose'}, choose), h('p', {class: 'mute'}, form.summary + '.'),
    ...shown.map((f) => f.element),
    days.length ? h('div', {class: 'days'}, ...days.map((f) => f.element), presets(days, info)) : null,
    details('More options', more), details('Users and source', others),
    h('button', {class: 'main run'}, 'Run'));
  element.append(h('h1', {class: 'hidden'}, called(form)), h('div', {class: 'split'}, panel, result));
  function submit(e) {
    e.preventDefault();
    const given = (list) => Object.fromEntries(list.map((f) => [f.name, f.get()]).filter(([, v]) => v !== undefined));
    const url = reportUrl({operation: form.id, arguments: given(own), target: given(others)});
    if (url === location.hash) take({name: form.id, query: new URLSearchParams(url.split('?')[1])});
    else location.hash = url;
  }
  let running = null;
  async function ask(question) {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    result.replaceChildren(h('div', {class: 'card waiting', role: 'status'}, 'Asking …'));
    result.dataset.state = 'asking';
    try {
      const given = await post('ask', question, mine.signal);
      answer(result, given, {question});
      result.dataset.state = 'answered';
    } catch (error) {
      if (mine.signal.aborted) return;
      result.replaceChildren(failure(error));
      result.dataset.state = 'failed';
    }
  }
  function take(at) {
    if (at.name !== form.id) return false;
    const question = request(form, target, at.query);
    const asked = [...at.query.keys()].length > 0;
    if (asked) {
      own.forEach((f) => f.set(question.arguments[f.name]));
      others.forEach((f) => f.set(question.target[f.name]));
      [...panel.querySelectorAll('details.more')].forEach((d, i) => (d.open ||= (i === 0 && more.length ? more : others).some((f) => f.get() !== undefined)));
      ask(question);
    } else {
      range(days, info);
      result.replaceChildren(h('div', {class: 'card hint'}, h('p', {}, 'Fill in the form and run the report. The chart appears here.')));
    }
    return take;
  }
  return take;
}

/** Sets the days that the tables have, the last 30 of them. */
function range(days, info, length = 30) {
  if (days.length < 2) return;
  const last = info.last_day ?? info.today;
  const first = new Date(Date.parse(last) - (length - 1) * DAY).toISOString().slice(0, 10);
  days[0].set(info.first_day && length > 3000 ? info.first_day : first);
  days[1].set(last);
}

function presets(days, info) {
  const chip = (name, length) => h('button', {type: 'button', class: 'small', onclick: () => range(days, info, length)}, name);
  return h('div', {class: 'presets', role: 'group', 'aria-label': 'Days'}, chip('7 days', 7), chip('30 days', 30), chip('90 days', 90), info.first_day ? chip('All', 100000) : null);
}
