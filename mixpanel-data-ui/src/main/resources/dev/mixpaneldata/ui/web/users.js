import {overview, post} from './api.js';
import {count, failure, h} from './dom.js';
import {userUrl} from './url.js';

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** Users: the most active ones, and for one the profile with its timeline. */
export async function users(element, at) {
  const {info} = await overview();
  const find = h('input', {id: 'user', value: at.query.get('id') ?? '', autocomplete: 'off', placeholder: 'distinct_id'});
  const place = h('div', {class: 'result'});
  element.append(h('h1', {}, 'Users'), h('form', {class: 'card find', onsubmit: go}, h('label', {for: 'user'}, 'Find a user'), find, h('button', {class: 'main'}, 'Show')), place);
  function go(e) {
    e.preventDefault();
    location.hash = find.value.trim() ? userUrl(find.value.trim()) : '#/users';
  }
  const id = at.query.get('id');
  try {
    await (id ? one(place, id, info) : most(place, info));
  } catch (e) {
    place.replaceChildren(failure(e));
  }
  return null;
}

async function most(place, info) {
  const table = info.tables.find((t) => t.type === 'events')?.name;
  if (!table) {
    place.append(h('section', {class: 'card'}, h('p', {}, 'Give the distinct_id of a user, or fetch events to see the most active ones. ', h('a', {href: '#/data'}, 'Fetch events'), '.')));
    return;
  }
  const query = `SELECT distinct_id, count(*) AS events, min(event_time) AS first, max(event_time) AS last FROM ${quoted(table)} GROUP BY ALL ORDER BY events DESC, distinct_id LIMIT 50`;
  const {rows} = await post('ask', {operation: 'sql', arguments: {query}});
  place.append(h('section', {class: 'card'}, h('h2', {}, 'Most active'), h('div', {class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Most active users'},
    h('table', {}, h('thead', {}, h('tr', {}, ...['User', 'Events', 'First', 'Last'].map((t, i) => h('th', {scope: 'col', class: i === 1 ? 'n' : null}, t)))),
      h('tbody', {}, ...rows.map(([id, events, first, last]) => h('tr', {}, h('td', {}, h('a', {href: userUrl(String(id)), dir: 'auto'}, String(id))), h('td', {class: 'n'}, count(events)), h('td', {}, time(first)), h('td', {}, time(last)))))))));
}

async function one(place, id, info) {
  const profiles = info.tables.find((t) => t.type === 'profiles')?.name;
  const query = profiles ? `SELECT * FROM ${quoted(profiles)} WHERE distinct_id = ${literal(id)} LIMIT 1` : null;
  const days = info.first_day ? {from_date: info.first_day, to_date: info.last_day} : {};
  const [profile, feed] = await Promise.all([
    query ? post('ask', {operation: 'sql', arguments: {query}}).catch(() => null) : null,
    post('ask', {operation: 'activity_feed', arguments: {distinct_ids: [id], limit: '300', ...days}}),
  ]);
  const facts = profile?.rows.length ? entries(profile) : [];
  const at = (name) => feed.columns.indexOf(name);
  const events = feed.rows.map((row) => ({time: row[at('time')], event: row[at('event')], properties: row[at('properties')]})).sort((a, b) => String(b.time).localeCompare(String(a.time)));
  const byDay = Map.groupBy ? Map.groupBy(events, (e) => String(e.time).slice(0, 10)) : grouped(events);
  place.append(h('div', {class: 'split user'},
    h('section', {class: 'card'}, h('h2', {dir: 'auto'}, id), facts.length ? h('dl', {}, ...facts.flatMap(([k, v]) => [h('dt', {}, k), h('dd', {dir: 'auto'}, v)])) : h('p', {class: 'mute'}, 'There is no local profile of this user.')),
    h('section', {class: 'card'}, h('h2', {}, `${count(events.length)} latest events`),
      events.length === 0 ? h('p', {class: 'mute'}, 'There is no event of this user in these days.') : null,
      ...[...byDay].map(([day, list]) => h('div', {class: 'day'}, h('h3', {}, day), h('ol', {class: 'timeline'}, ...list.map((e) => h('li', {}, h('time', {}, String(e.time).slice(11, 19)), details(e))))))))); 
}

function details(e) {
  const properties = Object.entries(typeof e.properties === 'string' ? parsed(e.properties) : (e.properties ?? {}));
  return properties.length === 0
    ? h('strong', {dir: 'auto'}, e.event)
    : h('details', {}, h('summary', {dir: 'auto'}, e.event), h('dl', {}, ...properties.flatMap(([k, v]) => [h('dt', {}, k), h('dd', {dir: 'auto'}, typeof v === 'object' ? JSON.stringify(v) : String(v))])));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Returns the properties of a profile once each; common ones have columns of their own besides. */
function entries({columns, rows}) {
  const facts = new Map();
  const put = (name, value) => value !== null && !facts.has(name) && facts.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  const properties = rows[0][columns.indexOf('properties')] ?? {};
  Object.entries(typeof properties === 'string' ? parsed(properties) : properties).forEach(([name, value]) => put(name, value));
  columns.forEach((name, i) => name !== 'properties' && put(name, rows[0][i]));
  return [...facts];
}

function grouped(events) {
  const days = new Map();
  events.forEach((e) => {
    const day = String(e.time).slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), e]);
  });
  return days;
}

const time = (text) => String(text ?? '').replace('T', ' ').slice(0, 16);
