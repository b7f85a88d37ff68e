/* Settings of Admin as administrators see it. */
import '../../../../assets/fairway-signed-out.js';

export default {
  app: {
    name: 'Users',
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
