import {answer} from './answer.js';
import {overview, post} from './api.js';
import {complete} from './complete.js';
import {failure, h} from './dom.js';
import {reportUrl} from './url.js';

/** SQL on the local tables, with completion. */
export async function sql(element, at) {
  const {info} = await overview();
  const table = info.tables.find((t) => t.type === 'events')?.name ?? 'events';
  const example = `SELECT event_name, count(*) AS events, count(DISTINCT distinct_id) AS users\nFROM ${table}\nGROUP BY ALL\nORDER BY events DESC`;
  const text = h('textarea', {id: 'query', rows: 8, spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'query-help'});
  const result = h('div', {class: 'result'});
  const form = h('form', {class: 'card', onsubmit: run}, h('label', {for: 'query'}, 'Query'), complete(text, info.tables),
    h('div', {class: 'head'}, h('p', {class: 'help', id: 'query-help'}, 'Reads the local tables alone. Ctrl-Space completes, Ctrl-Enter runs.'), h('button', {class: 'main'}, 'Run')));
  text.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) form.requestSubmit();
  });
  element.append(h('h1', {}, 'SQL'), form, result);
  function run(e) {
    e.preventDefault();
    const url = reportUrl({operation: 'sql', arguments: {query: text.value}});
    if (url === location.hash) ask();
    else location.hash = url;
  }
  async function ask() {
    const question = {operation: 'sql', arguments: {query: text.value}};
    result.dataset.state = 'asking';
    result.replaceChildren(h('div', {class: 'card waiting', role: 'status'}, 'Asking …'));
    try {
      answer(result, await post('ask', question), {question, title: 'Result'});
      result.dataset.state = 'answered';
    } catch (error) {
      result.replaceChildren(failure(error));
      result.dataset.state = 'failed';
    }
  }
  const take = ({query}) => {
    const given = query.get('query');
    text.value = given ?? text.value;
    if (given) ask();
    else text.value ||= example;
    return take;
  };
  return take(at);
}
