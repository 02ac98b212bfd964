import {overview} from './api.js';
import {boards} from './boards.js';
import {data} from './data.js';
import {failure, h} from './dom.js';
import {home} from './home.js';
import {report} from './report.js';
import {sql} from './sql.js';
import {place} from './url.js';
import {users} from './users.js';

const PAGES = {'': home, report, sql, users, board: boards, data};
const LINKS = [['', 'Overview'], ['report', 'Reports'], ['sql', 'SQL'], ['users', 'Users'], ['board', 'Boards'], ['data', 'Data']];
const main = document.getElementById('main');
let shown = null;

/** Shows what the address names; a page that is shown already may take the change itself. */
async function show() {
  const at = place();
  const page = PAGES[at.page] ?? home;
  document.querySelectorAll('#pages a').forEach((a) => {
    const here = a.dataset.page === at.page;
    here ? a.setAttribute('aria-current', 'page') : a.removeAttribute('aria-current');
  });
  if (shown?.page === at.page && shown.take?.(at)) {
    main.dataset.ready = location.hash;
    return;
  }
  const element = h('div', {class: `page ${at.page || 'home'}`});
  const mine = {page: at.page};
  shown = mine;
  main.replaceChildren(element);
  try {
    mine.take = await page(element, at);
  } catch (e) {
    element.replaceChildren(failure(e));
  }
  main.dataset.ready = location.hash;
}

function theme() {
  const root = document.documentElement;
  const kept = sessionStorage.getItem('theme');
  if (kept) root.dataset.theme = kept;
  document.getElementById('theme').addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    sessionStorage.setItem('theme', root.dataset.theme);
  });
}

async function project() {
  const {info, demo} = await overview();
  const name = demo ? 'Demo project' : (info.project_name ?? info.project_id ?? 'No account');
  document.getElementById('project').textContent = name;
  document.title = `${name} · mp`;
}

document.getElementById('pages').append(...LINKS.map(([page, title]) => h('a', {href: `#/${page}`, 'data-page': page}, title)));
theme();
addEventListener('hashchange', show);
show();
project().catch(() => {});
