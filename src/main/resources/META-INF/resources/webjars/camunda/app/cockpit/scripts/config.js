/* Settings of Cockpit as operations and process owners see it. */
import '../../../../assets/fairway-signed-out.js';

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Fairway'
  },
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
  disableWelcomeMessage: true
};
