import {source} from './answer.js';
import {overview, post} from './api.js';
import {count, failure, h} from './dom.js';
import {pageUrl, reportUrl} from './url.js';

/** The overview: tables, days, freshness, events, calls left, boards. */
export async function home(element) {
  const {info, boards, version, writes, demo} = await overview();
  const events = info.tables.filter((t) => t.type === 'events');
  const rows = events.reduce((sum, t) => sum + t.row_count, 0);
  const query = info.calls.find((c) => c.budget === 'query');
  const figure = (value, name, note) => h('div', {class: 'figure'}, h('strong', {}, value), h('span', {}, name), note ? h('small', {}, note) : null);
  element.append(
    h('h1', {}, demo ? 'Demo project' : (info.project_name ?? 'Overview')),
    h('div', {class: 'figures'},
      figure(count(rows), 'events in local tables'),
      figure(info.first_day ? count(days(info.first_day, info.last_day)) : '0', 'days covered', info.first_day ? `${info.first_day} to ${info.last_day}` : null),
      figure(info.tables.length ? ago(info.tables) : '–', 'since the last fetch'),
      query ? figure(`${query.left}`, 'queries left this hour', `of ${query.used + query.left}`) : null));
  if (events.length === 0) {
    element.append(h('section', {class: 'card'}, h('h2', {}, 'No local table yet'), h('p', {}, 'Reports are answered by Mixpanel. With a local table they take milliseconds and none of the hour\'s queries. ', h('a', {href: '#/data'}, 'Fetch events'), '.')));
  } else {
    const place = h('div', {class: 'chart'});
    const card = h('section', {class: 'card'}, h('div', {class: 'head'}, h('h2', {}, 'Events by day')), place);
    element.append(card);
    daily(card, place, info).catch((e) => place.replaceChildren(failure(e)));
  }
  element.append(h('div', {class: 'pair'},
    h('section', {class: 'card'}, h('h2', {}, 'Events'), ranking(info)),
    h('section', {class: 'card'}, h('h2', {}, 'Boards'),
      boards.length ? h('ul', {class: 'plain'}, ...boards.map((b) => h('li', {}, h('a', {href: pageUrl('board', b), dir: 'auto'}, b)))) : h('p', {class: 'mute'}, 'Pin an answer to begin one.'),
      h('h2', {}, 'Tables'),
      h('ul', {class: 'plain'}, ...info.tables.map((t) => h('li', {}, h('span', {}, t.name), h('span', {class: 'mute'}, `${count(t.row_count)} ${t.type === 'events' ? 'events' : 'profiles'}`)))))),
    h('p', {class: 'mute foot'}, `mp ${version} · ${demo ? 'a database of this demo' : info.path} · ${info.size_mb.toFixed(1)} MB · times in ${info.timezone ?? 'UTC'}${writes ? '' : ' · reading only'}`));
  return null;
}

async function daily(card, place, info) {
  const {name, from_date, to_date} = info.tables.filter((t) => t.type === 'events').sort((a, b) => b.row_count - a.row_count)[0];
  const question = {operation: 'daily_counts', arguments: {from_date, to_date}, target: {local: name}};
  const given = await post('ask', question);
  MpChart.draw(place, given.chart);
  card.querySelector('.head').append(h('a', {class: 'button small', href: reportUrl(question)}, 'Open'));
  card.append(source(given));
}

function ranking(info) {
  const most = Math.max(1, ...info.events.map((e) => e.count));
  const link = (e) => reportUrl({operation: 'segmentation', arguments: {event: e.event, from_date: info.first_day, to_date: info.last_day}});
  return info.events.length
    ? h('ul', {class: 'ranking'}, ...info.events.map((e) => h('li', {}, h('a', {href: link(e), dir: 'auto'}, e.event), bar(e.count / most), h('span', {}, count(e.count)))))
    : h('p', {class: 'mute'}, 'Local tables have no events yet.');
}

function bar(share) {
  const filled = h('span', {});
  filled.style.width = `${100 * share}%`;
  return h('div', {class: 'bar', 'aria-hidden': 'true'}, filled);
}

const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000) + 1;

function ago(tables) {
  const minutes = Math.max(0, (Date.now() - Math.max(...tables.map((t) => Date.parse(t.fetched_at)))) / 60000);
  if (minutes < 90) return `${Math.round(minutes)} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}
