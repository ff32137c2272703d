import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { i18n } from '@lingui/core';

/** Shorter waits need no words. */
const PATIENCE_MS = 1500;

/** What stands in the page's place while the profile opens: the keychain may be asking for its password in a window of its own. */
export function Opening() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!long) return null;
  return (
    <div className="opening" role="status">
      <Spinner size="small" label={i18n.t('Opening your customers…')} />
      <p className="quiet">{i18n.t('If the keychain of this computer asks for its password, look for its window.')}</p>
    </div>
  );
}
