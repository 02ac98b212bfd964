// Imports a file with the npm package mixpanel-import, at a local origin:
//   node mixpanel-import.cjs FOLDER ORIGIN USERNAME SECRET PROJECT FILE
// FOLDER is where the package was installed. It has no option for another host, so its sources are
// changed as they are loaded.
const Module = require("module");
const path = require("path");
const [folder, origin, acct, pass, project, file] = process.argv.slice(2);
const compile = Module.prototype._compile;
Module.prototype._compile = function (code, name) {
  const own = name.includes(`${path.sep}mixpanel-import${path.sep}`);
  return compile.call(this, own ? code.replaceAll("https://api.mixpanel.com", origin) : code, name);
};
const load = Module.createRequire(path.join(path.resolve(folder), "index.js"));
const options = {
  recordType: "event",
  streamFormat: "jsonl",
  strict: true,
  verbose: false,
  showProgress: false,
  logs: false,
  abridged: true,
};
load("mixpanel-import")({ acct, pass, project }, file, options)
  .then((result) => {
    console.log(JSON.stringify({ success: result.success, failed: result.failed }));
    process.exit(result.failed === 0 ? 0 : 1);
  })
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
