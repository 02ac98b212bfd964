import {html} from './dom.js';

/** Draws the names of series beside samples of their colours. */
export function legend(names, more = 0) {
  const list = html('ul', {class: 'mpc-legend'});
  names.forEach((name, i) => {
    list.append(html('li', {title: name}, html('span', {class: `mpc-key k${i % 8}`}), html('span', {class: 'mpc-name'}, name)));
  });
  if (more > 0) {
    list.append(html('li', {class: 'mpc-mute'}, `and ${more.toLocaleString('en')} more`));
  }
  return list;
}
