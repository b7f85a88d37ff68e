/* Checks every model with bpmnlint; a warning is a finding like any other. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensurePackages } from '../src/main/frontend/packages.mjs';

const here = dirname(fileURLToPath(import.meta.url));

ensurePackages(here);
const run = spawnSync(process.execPath, [join(here, 'node_modules/bpmnlint/bin/bpmnlint.js'), '--max-warnings=0', '*.bpmn'],
  { cwd: here, stdio: 'inherit' });
process.exit(run.status ?? 1);
