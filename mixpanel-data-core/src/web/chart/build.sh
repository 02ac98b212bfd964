#!/usr/bin/env bash
# Makes chart.js, the drawing code of all charts in browsers with the parts of d3 that it uses.
# Needs node; Maven does not, for what this makes is kept in git.
set -eu
cd "$(dirname "$0")"
target=../../main/resources/dev/mixpaneldata/chart/web
npm ci --ignore-scripts --no-audit --no-fund
node node_modules/esbuild/install.js
mkdir -p "$target"
hash=$(cat ./*.js package.json | sha256sum | cut -c1-64)
npx esbuild index.js --bundle --minify --format=iife --global-name=MpChart --target=es2020 \
  --charset=utf8 --legal-comments=none --banner:js="/* sources $hash; licences in LICENSES.txt */" \
  --outfile="$target/chart.js"
for module in d3-array d3-path d3-sankey d3-shape internmap; do
  printf '%s\n\n' "== $module"
  cat "node_modules/$module/LICENSE"
  printf '\n'
done >"$target/LICENSES.txt"
