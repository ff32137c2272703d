import { formatter } from '@lingui/format-po';

export default {
  sourceLocale: 'en',
  locales: ['sv'],
  catalogs: [{ path: '<rootDir>/locales/{locale}', include: ['contract', 'main', 'renderer'], exclude: ['**/node_modules/**'] }],
  format: formatter({ lineNumbers: false }),
  orderBy: 'messageId',
};
