import {names} from './api.js';
import {h} from './dom.js';

let number = 0;

/** Makes a builder that puts a cohort by behaviour into a field. */
export function cohortBuilder(input) {
  const id = `cohort-${++number}`;
  const did = h('select', {'aria-label': 'Did or did not'}, h('option', {value: 'did'}, 'Did'), h('option', {value: 'not did'}, 'Did not do'));
  const event = h('input', {'aria-label': 'Event', placeholder: 'Event', list: id, autocomplete: 'off', onfocus: offer});
  const events = h('datalist', {id});
  const times = h('input', {'aria-label': 'At least this number of times', placeholder: 'Times, 1', inputmode: 'numeric', class: 'short'});
  const days = h('input', {'aria-label': 'In the last days', placeholder: 'Last days, all', inputmode: 'numeric', class: 'short'});
  async function offer() {
    events.replaceChildren(...(await names('events').catch(() => [])).map((value) => h('option', {value})));
  }
  function use() {
    if (!event.value.trim()) {
      event.focus();
      return;
    }
    const often = times.value.trim() ? ` at least ${times.value.trim()} times` : '';
    const when = days.value.trim() ? ` in the last ${days.value.trim()} days` : '';
    input.value = `${did.value} ${event.value.trim()}${often}${when}`;
    input.dispatchEvent(new Event('input', {bubbles: true}));
  }
  return h('details', {class: 'builder'}, h('summary', {}, 'Build a cohort'),
    h('div', {class: 'parts'}, did, event, events, times, days, h('button', {type: 'button', class: 'small', onclick: use}, 'Use')));
}
