(() => {
  'use strict';
  const page = document.getElementById('page');
  const root = document.documentElement;
  let ready = false;
  let stop = () => {};
  let opensLinks = false;
  let last = 1;
  const refused = new Map();

  const post = (message) => parent.postMessage({jsonrpc: '2.0', ...message}, '*');

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  /** Says how high the page is; the height is that of its content, never of the window. */
  function size() {
    const {width, height} = document.body.getBoundingClientRect();
    post({method: 'ui/notifications/size-changed', params: {width: Math.ceil(width), height: Math.ceil(height)}});
  }

  function begin() {
    if (!ready) {
      ready = true;
      post({method: 'ui/notifications/initialized'});
    }
  }

  function look(context) {
    if (!context) return;
    if (context.theme === 'light' || context.theme === 'dark') root.dataset.theme = context.theme;
    for (const [name, value] of Object.entries(context.styles?.variables ?? {})) {
      if (/^--(color|font|border|shadow)-[\w-]+$/.test(name) && typeof value === 'string' && !/url\(|image\(/i.test(value)) {
        root.style.setProperty(name, value);
      }
    }
  }

  function say(text) {
    stop();
    page.replaceChildren(element('p', {class: 'text', role: 'status', dir: 'auto'}, text));
  }

  /** Opens the same request in mp ui, or shows what to copy where the host opens nothing. */
  function opener({url, command}) {
    const box = element('div', {class: 'open'});
    const shown = (text, label) => {
      const field = element('input', {type: 'text', readonly: '', value: text, 'aria-label': label});
      box.replaceChildren(field);
      field.select();
    };
    const copied = () => (url ? shown(url, 'Address of this report in mp ui') : shown(command, 'Command that opens this report'));
    const button = element('button', {type: 'button'}, 'Open in mp ui');
    button.addEventListener('click', () => {
      if (!url || !opensLinks) {
        copied();
        return;
      }
      last += 1;
      refused.set(last, copied);
      post({id: last, method: 'ui/open-link', params: {url}});
    });
    box.append(button);
    return box;
  }

  function show(result) {
    const chart = result._meta?.['mixpanel/chart'];
    const text = (result.content ?? []).filter((c) => c.type === 'text').map((c) => c.text).join('\n');
    if (!chart || result.isError) {
      say(text || 'This answer has no chart.');
      return;
    }
    stop();
    const place = element('div', {});
    const {columns, rows} = MpChart.numbers(chart);
    const table = element('div', {class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Table'}, MpChart.table(columns, rows, chart.title));
    table.hidden = true;
    const other = element('button', {type: 'button', 'aria-pressed': 'false'}, 'Table');
    other.addEventListener('click', () => {
      table.hidden = !table.hidden;
      place.hidden = !table.hidden;
      other.setAttribute('aria-pressed', String(!table.hidden));
      other.textContent = table.hidden ? 'Table' : 'Chart';
    });
    const open = result._meta['mixpanel/open'];
    const head = element('div', {class: 'head'}, element('h1', {dir: 'auto'}, chart.title), other);
    page.replaceChildren(head, place, table, ...(open ? [opener(open)] : []));
    stop = MpChart.draw(place, chart);
  }

  function safely(action) {
    try {
      action();
    } catch {
      say('This chart cannot be drawn.');
    }
  }

  addEventListener('message', (event) => {
    const message = event.data;
    if (event.source !== parent || message?.jsonrpc !== '2.0') return;
    if (message.id === 1 && ('result' in message || 'error' in message)) {
      look(message.result?.hostContext);
      opensLinks = Boolean(message.result?.hostCapabilities?.openLinks);
      begin();
    } else if (refused.has(message.id) && !message.method) {
      if (message.error || message.result?.isError) refused.get(message.id)();
      refused.delete(message.id);
    } else if (message.method === 'ui/notifications/tool-result') {
      safely(() => show(message.params ?? {}));
    } else if (message.method === 'ui/notifications/tool-cancelled') {
      say('The call was cancelled.');
    } else if (message.method === 'ui/notifications/host-context-changed') {
      look(message.params);
    } else if (message.method && message.id !== undefined) {
      const known = message.method === 'ping' || message.method === 'ui/resource-teardown';
      post(known ? {id: message.id, result: {}} : {id: message.id, error: {code: -32601, message: 'The page has no such method'}});
    }
  });

  say('Waiting for the answer …');
  post({
    id: 1,
    method: 'ui/initialize',
    params: {protocolVersion: '2026-01-26', appInfo: {name: 'mixpanel-chart', version: '1'}, appCapabilities: {availableDisplayModes: ['inline', 'fullscreen']}},
  });
  setTimeout(begin, 1000);
  new ResizeObserver(size).observe(document.body);
})();
