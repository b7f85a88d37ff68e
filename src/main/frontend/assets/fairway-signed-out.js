/*
 * Camunda's web applications have a log-in page of their own, which is of no use here: whoever comes to it (logged out, or the session is
 * over) goes on to Fairway's. Imported by the config.js of each application.
 */
const root = document.querySelector('base')?.getAttribute('app-root')?.replace(/\/camunda$/, '') ?? '';

function leave() {
  if (/^#\/(login|logout)\b/.test(window.location.hash)) {
    window.location.assign(root + '/login');
  }
}

window.addEventListener('hashchange', leave);
leave();
