import { i18n } from '@lingui/core';
import { afterEach, expect, test } from 'vitest';
import { speak } from '../../../../locales/words';
import { sizeWords } from '../../../../renderer/features/common/size-words';

afterEach(() => speak('en'));

test('sizes have as many digits as say something, written as the language does', async () => {
  expect([0, 1, 999, 8_700_000, 120_400_000].map(sizeWords)).toEqual(['0 bytes', '1 byte', '999 bytes', '8.7 MB', '120 MB']);
  await speak('sv');
  expect(i18n.locale).toBe('sv');
  expect(sizeWords(8_700_000)).toBe('8,7 MB');
});
