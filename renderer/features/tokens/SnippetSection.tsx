import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import { SECRET_VARIABLE, type SnippetLanguage, snippetLanguage } from '../../../contract/snippets';
import type { HeldToken } from '../../../contract/token-inspection';
import { useQuery } from '../../bridge/use-query';
import { CodeBox } from '../../ui/CodeBox';
import { CopyButton } from '../../ui/CopyButton';
import { LANGUAGE_NAMES, PRINTED } from './snippet-words';
import { withElements } from '../../ui/with-elements';

/** How to get the same token in other tools, beside what Microsoft's page says. */
export function SnippetSection({ token }: { token: HeldToken }) {
  const [language, setLanguage] = useState<SnippetLanguage>('powerShell');
  const [made] = useQuery('tokens.snippets', token);
  if (made.state !== 'ready') return null;
  const text = made.value[language];
  const { asks, faults } = PRINTED[language];
  const name = LANGUAGE_NAMES[language];
  return (
    <section className="card" aria-label={i18n.t('Use it elsewhere')}>
      <div className="card-title-row">
        <h2>{i18n.t('Use it elsewhere')}</h2>
        <CopyButton text={text} label={i18n.t('Copy {name} text', { name })} />
      </div>
      <p className="section-text">
        {withElements(
          i18n.t(
            'Gets a token of this tenant for this API and reads five incidents with it. The client secret is taken from the environment variable [[variable]]; it is not in the text.',
          ),
          { variable: <span className="code">{SECRET_VARIABLE}</span> },
        )}
      </p>
      <TabList size="small" selectedValue={language} onTabSelect={(_event, { value }) => setLanguage(snippetLanguage.parse(value))}>
        {snippetLanguage.options.map((one) => (
          <Tab key={one} value={one}>
            {LANGUAGE_NAMES[one]}
          </Tab>
        ))}
      </TabList>
      <CodeBox text={text} label={i18n.t('{name} text', { name })} tall />
      <h3 className="snippet-printed">{i18n.t('What Microsoft’s page asks for instead')}</h3>
      <CodeBox text={asks} label={i18n.t('{name} of Microsoft’s page, in short', { name })} />
      <ul className="snippet-faults">
        {faults.map((fault) => (
          <li key={fault}>{i18n.t(fault)}</li>
        ))}
      </ul>
    </section>
  );
}
