"use strict";
/**
 * danfojs-node can read tables from the network and from spreadsheets, through packages that are
 * no longer maintained or have known holes (request, node-fetch 2, a spreadsheet reader). The lab
 * reads its data through src/data, so this stands in for them ("overrides" in package.json).
 */
function refused() {
  throw new Error(
    "danfojs-node: reading from the network or from a spreadsheet is switched off in this lab. " +
      "Load the data with src/data and pass arrays to new DataFrame(...).",
  );
}

module.exports = new Proxy(refused, {
  get: (target, name) => {
    if (name === "__esModule") return undefined;
    return name in target || typeof name === "symbol" ? target[name] : refused;
  },
});
