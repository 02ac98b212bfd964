/** An error that the server answered with. */
export class Failure extends Error {
  constructor({code, message, hint}) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

async function call(path, options) {
  let answer;
  try {
    const response = await fetch(path, options);
    if (!response.ok) throw new Error(String(response.status));
    answer = await response.json();
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Failure({code: 'CLOSED', message: 'The page lost its server.', hint: 'Start mp ui again, and open the address that it prints.'});
  }
  if (answer.error) throw new Failure(answer.error);
  return answer;
}

export const get = (path, query = {}) => call(`/api/${path}?${new URLSearchParams(query)}`, {});

export const post = (path, body, signal) =>
  call(`/api/${path}`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body), signal});

const kept = new Map();

function once(path, query) {
  const key = `${path}?${new URLSearchParams(query)}`;
  if (!kept.has(key)) {
    const answer = get(path, query);
    answer.catch(() => kept.delete(key));
    kept.set(key, answer);
  }
  return kept.get(key);
}

/** Returns the forms of all reports. */
export const forms = () => once('forms', {});

/** Returns the project, its tables and boards. */
export const overview = () => once('overview', {});

/** Returns names to choose from: events, properties (of an event), or values (of a property). */
export const names = (of, query = {}) => once('names', {of, ...query});

/** Forgets the answers that a change of tables or boards makes old. */
export const forget = () => [...kept.keys()].filter((key) => !key.startsWith('forms')).forEach((key) => kept.delete(key));
