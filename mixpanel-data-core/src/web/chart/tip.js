import {html} from './dom.js';

/** Makes the box that follows the pointer or the keyboard, and speaks what it shows. */
export function tip(frame) {
  const box = html('div', {class: 'mpc-tip', role: 'status', 'aria-live': 'polite'});
  box.hidden = true;
  frame.append(box);
  return {
    /** Shows a title and rows of [key class, name, value] beside a place in the frame. */
    show(x, y, title, rows) {
      box.replaceChildren(html('strong', {}, title));
      for (const [key, name, value] of rows) {
        box.append(
          html('div', {}, key === null ? null : html('span', {class: `mpc-key ${key}`}), html('span', {class: 'mpc-name'}, name), html('b', {}, value)),
        );
      }
      box.hidden = false;
      const room = frame.clientWidth - box.offsetWidth - 8;
      const left = x + 14 > room ? x - box.offsetWidth - 14 : x + 14;
      box.style.left = `${Math.max(0, Math.min(left, room))}px`;
      box.style.top = `${Math.max(0, y - box.offsetHeight / 2)}px`;
    },
    hide() {
      box.hidden = true;
    },
  };
}
