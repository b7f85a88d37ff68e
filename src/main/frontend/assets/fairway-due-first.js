/*
 * Tasklist begins with what is due first; left alone it begins with what was created last. Whoever chooses another order keeps it.
 * Imported by Tasklist's config.js.
 */
const DUE_FIRST = 'sorting=' + encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));

function dueFirst() {
  const hash = window.location.hash || '#/';
  if (/^#\/(\?|$)/.test(hash) && !/[?&]sorting=/.test(hash)) {
    window.location.replace(hash + (hash.includes('?') ? '&' : '?') + DUE_FIRST);
  }
}

window.addEventListener('hashchange', dueFirst);
dueFirst();
