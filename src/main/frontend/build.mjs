/*
 * Puts what a browser needs into the folder given as first argument (Maven: target/classes/static).
 * Packages are installed from the lock file when they are missing or of another one; files are copied when they changed.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensurePackages } from './packages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, '../../../target/classes/static');

function put(target, content) {
  const path = join(out, target);
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) {
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function copy(from, target) {
  put(target, readFileSync(join(here, from)));
}

/** Styles without the fonts that they would fetch from elsewhere, and with images found beside them. */
function styles(from, target) {
  const css = readFileSync(join(here, from), 'utf8')
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll('url(/assets/images/', 'url(images/')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
  put(target, css);
}

/** Scripts in plain ASCII: Tasklist reads what it loads in an encoding of its own. */
function script(from, target) {
  const escaped = readFileSync(join(here, from), 'utf8')
    .replace(/[^\x00-\x7f]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
  put(target, escaped);
}

ensurePackages(here);
for (const name of readdirSync(join(here, 'assets'))) {
  name.endsWith('.js') ? script(`assets/${name}`, `assets/${name}`) : copy(`assets/${name}`, `assets/${name}`);
}
// models name one address for steps and one for starts; the page is the same
for (const name of ['task', 'start']) {
  copy('form-host/form.html', `form-host/${name}.html`);
}
copy('node_modules/@bpmn-io/form-js/dist/form-viewer.umd.js', 'assets/form-js/form-viewer.umd.js');
styles('node_modules/@bpmn-io/form-js/dist/assets/form-js.css', 'assets/form-js/form-js.css');
styles('node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css', 'assets/nhsuk/nhsuk-frontend.css');
cpSync(join(here, 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images'), join(out, 'assets/nhsuk/images'),
  { recursive: true, filter: name => !/opengraph|-192|-512/.test(name) });
