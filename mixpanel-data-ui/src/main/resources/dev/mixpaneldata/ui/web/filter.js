import {names} from './api.js';
import {h} from './dom.js';

const OPERATORS = [['==', 'is'], ['!=', 'is not'], ['>', 'is greater than'], ['<', 'is less than'], ['in', 'contains'], ['defined', 'is set'], ['not defined', 'is not set']];

/** Returns a property as expressions name it. */
export const accessor = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) && !/^(and|or|not|in|true|false|defined|undefined)$/i.test(name) ? name : `properties[${JSON.stringify(name)}]`);

/** Returns the condition as an expression. */
export function condition(property, operator, value) {
  const left = accessor(property);
  if (operator.endsWith('defined')) return `${operator}(${left})`;
  const literal = /^-?\d+(\.\d+)?$/.test(value) || value === 'true' || value === 'false' ? value : JSON.stringify(value);
  return operator === 'in' ? `${JSON.stringify(value)} in ${left}` : `${left} ${operator} ${literal}`;
}

let number = 0;

/** Makes a builder that adds conditions to the expression in a field. */
export function filterBuilder(input, context) {
  const id = `filter-${++number}`;
  const property = h('input', {'aria-label': 'Property', placeholder: 'Property', list: `${id}-p`, autocomplete: 'off', onfocus: offerProperties});
  const operator = h('select', {'aria-label': 'Condition', onchange: () => (value.hidden = operator.value.endsWith('defined'))}, ...OPERATORS.map(([o, said]) => h('option', {value: o}, said)));
  const value = h('input', {'aria-label': 'Value', placeholder: 'Value', list: `${id}-v`, autocomplete: 'off', onfocus: offerValues});
  const properties = h('datalist', {id: `${id}-p`});
  const values = h('datalist', {id: `${id}-v`});
  const fill = (list, found) => list.replaceChildren(...found.map((name) => h('option', {value: name})));
  async function offerProperties() {
    fill(properties, await names('properties', {event: context.event() ?? ''}).catch(() => []));
  }
  async function offerValues() {
    if (property.value) fill(values, await names('values', {property: property.value}).catch(() => []));
  }
  function add() {
    if (!property.value.trim()) {
      property.focus();
      return;
    }
    const more = condition(property.value.trim(), operator.value, value.value);
    input.value = input.value.trim() ? `${/ or /.test(input.value) ? `(${input.value.trim()})` : input.value.trim()} and ${more}` : more;
    property.value = '';
    value.value = '';
    input.dispatchEvent(new Event('input', {bubbles: true}));
  }
  return h('details', {class: 'builder'}, h('summary', {}, 'Build a condition'),
    h('div', {class: 'parts'}, property, properties, operator, value, values, h('button', {type: 'button', class: 'small', onclick: add}, 'Add')));
}
