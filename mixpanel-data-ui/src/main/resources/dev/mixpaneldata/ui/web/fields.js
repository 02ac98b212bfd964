import {names} from './api.js';
import {cohortBuilder} from './cohort.js';
import {h} from './dom.js';
import {filterBuilder} from './filter.js';

let number = 0;

/** Returns a name as people read it. */
export const title = (name) => {
  const words = {from_date: 'From', to_date: 'To', on: 'Split by', where: 'Filter', by: 'Split by', event: 'Event', property_name: 'Property', local: 'Table'}[name];
  const text = words ?? name.replaceAll('_', ' ');
  return text[0].toUpperCase() + text.slice(1);
};

/**
 * Makes the field of a parameter. It has its element, and reads and sets its value: a text, a list of
 * texts, or undefined.
 */
export function field(parameter, context) {
  const id = `field-${++number}`;
  const control = parameter.repeated && parameter.kind !== 'choice' ? several(parameter, id, context) : single(parameter, id, context);
  const help = parameter.help + '.';
  const check = parameter.kind === 'boolean';
  const element = h('div', {class: `field ${parameter.kind}`},
    check ? null : h('label', {for: id}, title(parameter.name), parameter.required ? h('span', {class: 'must', 'aria-hidden': 'true'}, ' •') : null),
    control.element,
    check ? h('label', {for: id}, title(parameter.name)) : null,
    h('p', {class: 'help', id: `${id}-help`}, help));
  return {name: parameter.name, element, get: control.get, set: control.set};
}

function single(parameter, id, context) {
  const described = {id, name: parameter.name, 'aria-describedby': `${id}-help`};
  if (parameter.kind === 'boolean') {
    const box = h('input', {...described, type: 'checkbox'});
    return {element: box, get: () => (box.checked ? 'true' : undefined), set: (value) => (box.checked = value === 'true')};
  }
  if (parameter.kind === 'choice') {
    const usual = parameter.default ? `${parameter.default} (default)` : parameter.required ? '' : '–';
    const choices = parameter.choices.filter((c) => c !== parameter.default);
    const select = h('select', described, h('option', {value: ''}, usual), ...choices.map((c) => h('option', {value: c}, c)));
    return {element: select, get: () => select.value || undefined, set: (value) => (select.value = value === parameter.default ? '' : ([value].flat()[0] ?? ''))};
  }
  return text(parameter, described, context);
}

function text(parameter, described, context) {
  const type = {date: 'date', integer: 'text', number: 'text'}[parameter.kind] ?? 'text';
  const list = `${described.id}-list`;
  const input = h('input', {
    ...described, type, list, autocomplete: 'off', spellcheck: 'false',
    inputmode: parameter.kind === 'integer' ? 'numeric' : parameter.kind === 'number' ? 'decimal' : null,
    'aria-required': parameter.required ? 'true' : null,
    placeholder: parameter.default ? `${parameter.default} by default` : null,
    onfocus: offer,
  });
  const options = h('datalist', {id: list});
  async function offer() {
    const found = await choices(parameter.picks, context).catch(() => []);
    options.replaceChildren(...found.map((value) => h('option', {value})));
  }
  const builder = parameter.picks === 'filter' ? filterBuilder(input, context) : parameter.picks === 'cohort' ? cohortBuilder(input) : null;
  return {element: h('div', {}, input, options, builder), get: () => input.value.trim() || undefined, set: (value) => (input.value = value ?? '')};
}

/** Returns the names that a parameter's values are chosen from. */
async function choices(picks, context) {
  if (picks === 'events') return names('events');
  if (picks === 'properties') return names('properties', {event: context.event() ?? ''});
  if (picks === 'values' && context.property()) return names('values', {property: context.property()});
  if (picks === 'tables') return context.tables();
  return [];
}

function several(parameter, id, context) {
  const list = h('div', {class: 'several'});
  const rows = [];
  const add = (value = '') => {
    const first = rows.length === 0;
    const rowId = first ? id : `${id}-${++number}`;
    const one = text({...parameter, default: first ? parameter.default : undefined}, {id: rowId, name: parameter.name, 'aria-describedby': `${id}-help`, 'aria-label': first ? null : `${title(parameter.name)}, further`}, context);
    one.set(value);
    const remove = h('button', {type: 'button', class: 'quiet', 'aria-label': 'Remove', onclick: () => drop(row)}, '×');
    const row = {one, element: h('div', {class: 'row'}, one.element, remove)};
    rows.push(row);
    list.insertBefore(row.element, more);
    return row;
  };
  const drop = (row) => {
    if (rows.length === 1) {
      row.one.set('');
      return;
    }
    rows.splice(rows.indexOf(row), 1);
    row.element.remove();
  };
  const more = h('button', {type: 'button', class: 'small', onclick: () => add().element.querySelector('input').focus()}, 'Add another');
  list.append(more);
  const least = parameter.name === 'steps' ? 2 : 1;
  const set = (values) => {
    rows.splice(0).forEach((row) => row.element.remove());
    [values ?? []].flat().forEach((value) => add(value));
    while (rows.length < least) add();
  };
  set([]);
  return {
    element: list,
    get: () => {
      const values = rows.map((row) => row.one.get()).filter((value) => value !== undefined);
      return values.length > 0 ? values : undefined;
    },
    set,
  };
}
