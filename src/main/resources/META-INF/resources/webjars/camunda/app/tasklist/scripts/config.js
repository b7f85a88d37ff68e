/* Settings of Tasklist as people at the Trust see it. */
import '../../../../assets/fairway-signed-out.js';
import '../../../../assets/fairway-due-first.js';

export default {
  app: {
    name: 'Tasks',
    vendor: 'Fairway'
  },
  // due and follow-up dates as people in England write them
  dateFormat: {
    normal: 'DD/MM/YYYY HH:mm',
    long: 'ddd DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY',
    abbr: 'DD/MM/YYYY HH:mm'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the task that is open' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task of the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the list of what you can start' }
  }
};
