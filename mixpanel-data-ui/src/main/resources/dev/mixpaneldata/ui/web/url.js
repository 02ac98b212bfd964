const TARGET = '~';

/** Returns the address of a report with its whole request. */
export function reportUrl({operation, arguments: given = {}, target = {}}) {
  const query = new URLSearchParams();
  const add = (name, value) => [value].flat().forEach((one) => query.append(name, typeof one === 'object' ? JSON.stringify(one) : String(one)));
  Object.entries(given).forEach(([name, value]) => add(name, value));
  Object.entries(target).forEach(([name, value]) => add(TARGET + name, value));
  if (operation === 'sql') return `#/sql?${query}`;
  return `#/report/${operation}?${query}`;
}

/** Returns the request that an address holds. */
export function request(form, target, query) {
  const read = (parameters, prefix) => {
    const given = {};
    for (const {name, repeated} of parameters) {
      const values = query.getAll(prefix + name).filter((value) => value !== '');
      if (values.length > 0) given[name] = repeated ? values : values[0];
    }
    return given;
  };
  return {operation: form.id, arguments: read(form.parameters, ''), target: read(target, TARGET)};
}

/** Returns the parts of the present address. */
export function place() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...rest] = path.split('/').map(decodeURIComponent);
  return {page, name: rest.join('/'), query: new URLSearchParams(query)};
}

/** Returns the address of a page with a name. */
export const pageUrl = (page, name) => `#/${page}/${encodeURIComponent(name)}`;

/** Returns a user's address. */
export const userUrl = (id) => `#/users?${new URLSearchParams({id})}`;
