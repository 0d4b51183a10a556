import { App as AntApp, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import zhCN from 'antd/locale/zh_CN';
import { type ComponentType, type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { LANGUAGE } from './t.js';
import { THEME } from './theme.js';

/** The component library's own words; English ones are fetched by who asks for them. */
let words: Locale | null = LANGUAGE === 'en' ? null : zhCN;

/** Around whatever is made of the component library: its colours, its words, its messages. */
export function Themed({ children }: { children: ReactNode }): ReactElement {
  const [locale, setLocale] = useState(words);
  useEffect(() => {
    if (words !== null) {
      // They may have come for another part between this one's drawing and now.
      setLocale(words);
      return;
    }
    import('antd/locale/en_US').then(
      ({ default: english }) => {
        words = english;
        setLocale(english);
      },
      // Rather Chinese words here and there than no page.
      () => setLocale(zhCN),
    );
  }, []);
  if (locale === null) return <div aria-busy="true" />;
  return (
    <ConfigProvider locale={locale} theme={THEME} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}

/** A part of a page that is otherwise made without the component library. */
export const themed = <P extends object>(Part: ComponentType<P>): ComponentType<P> =>
  function ThemedPart(props: P) {
    return (
      <Themed>
        <Part {...props} />
      </Themed>
    );
  };
