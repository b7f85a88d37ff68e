/* Installs the packages of a folder from its lock file, unless they are there and of that lock file. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function ensurePackages(folder) {
  const mark = join(folder, 'node_modules/.fairway-lock');
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) {
    return;
  }
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.error || run.status !== 0) {
    console.error(`The packages of ${folder} could not be installed with \`npm ci\`. Node 20 or newer with npm is needed.`);
    process.exit(1);
  }
  writeFileSync(mark, lock);
}
