import {source, table} from './answer.js';
import {forget, get, overview, post} from './api.js';
import {count, failure, h, say} from './dom.js';
import {pageUrl, reportUrl} from './url.js';

/** Boards: a list of them, and for each its pinned answers. */
export async function boards(element, at) {
  const {boards: all, writes} = await overview();
  if (!at.name) {
    element.append(h('h1', {}, 'Boards'),
      all.length ? h('div', {class: 'tiles'}, ...all.map((b) => h('a', {class: 'tile', href: pageUrl('board', b)}, h('strong', {dir: 'auto'}, b), h('span', {}, 'Pinned answers')))) : h('section', {class: 'card'}, h('p', {}, 'There is no board yet. Run a ', h('a', {href: '#/report'}, 'report'), ' and pin its answer.')));
    return null;
  }
  const grid = h('div', {class: 'grid'});
  const notice = h('div', {});
  const refresh = h('button', {type: 'button', class: 'main', disabled: !writes, onclick: (e) => change(e, {change: 'refresh'})}, 'Refresh all');
  element.append(h('div', {class: 'head top'}, h('h1', {dir: 'auto'}, at.name), refresh), notice, grid);
  const show = ({pins}) => {
    grid.replaceChildren(...pins.map((pin, i) => card(pin, i, pins.length)));
    grid.querySelectorAll('.chart').forEach((place) => place.dispatchEvent(new CustomEvent('placed')));
    if (pins.length === 0) grid.append(h('p', {class: 'mute'}, 'Nothing is pinned.'));
  };
  async function change(e, what) {
    const button = e.currentTarget;
    button.disabled = true;
    try {
      show(await post('board', {board: at.name, ...what}));
      forget();
      say('The board is changed.');
      notice.replaceChildren();
    } catch (error) {
      notice.replaceChildren(failure(error));
    } finally {
      button.disabled = !writes;
    }
  }
  function card(pin, i, all) {
    const {answer} = pin;
    const place = answer.chart ? h('div', {class: 'chart'}) : null;
    place?.addEventListener('placed', () => MpChart.draw(place, answer.chart));
    const act = (label, name, what) => h('button', {type: 'button', class: 'quiet', 'aria-label': `${label}: ${pin.title}`, title: label, disabled: !writes, onclick: (e) => change(e, {pin: pin.id, ...what})}, name);
    const open = pin.question.operation ? h('a', {class: 'button small', href: reportUrl(pin.question)}, 'Open') : null;
    return h('section', {class: 'card pin', 'aria-label': pin.title},
      h('div', {class: 'head'}, h('h2', {dir: 'auto'}, pin.title),
        h('div', {class: 'actions'}, i > 0 ? act('Move before', '←', {change: 'move', to: i - 1}) : null, i < all - 1 ? act('Move after', '→', {change: 'move', to: i + 1}) : null, act('Refresh', '↻', {change: 'refresh'}), act('Remove', '×', {change: 'remove'}), open)),
      pin.error ? h('p', {class: 'bad'}, `Not refreshed: ${pin.error.message}`) : null,
      place ?? table(answer),
      place ? h('details', {class: 'numbers'}, h('summary', {}, `Table, ${count(answer.rows_in_all)} rows`), table(answer)) : null,
      source(answer), h('p', {class: 'mute when'}, new Date(answer.at).toLocaleString('en', {dateStyle: 'medium', timeStyle: 'short'})));
  }
  show(await get('board', {name: at.name}));
  return null;
}
