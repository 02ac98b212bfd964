/** Makes an element; attributes that begin with "on" are listeners, texts are never markup. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value') element.value = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Speaks a sentence to users of screen readers. */
export function say(text) {
  document.getElementById('said').textContent = text;
}

/** Returns a number with thousands separated. */
export const count = (number) => Number(number ?? 0).toLocaleString('en');

/** Makes a button that copies a text. */
export function copyButton(text, label = 'Copy') {
  const button = h('button', {type: 'button', class: 'small', onclick: copy}, label);
  async function copy() {
    await navigator.clipboard.writeText(text());
    button.textContent = 'Copied';
    say('Copied');
    setTimeout(() => (button.textContent = label), 1500);
  }
  return button;
}

/** Makes the message of an error. */
export function failure(error) {
  return h(
    'div',
    {class: 'failure', role: 'alert'},
    h('strong', {}, error.message),
    error.hint ? h('p', {}, error.hint) : null,
    h('code', {}, error.code),
  );
}
