import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { LANGUAGE } from './t.js';
import { THEME } from './theme.js';

/** The component library's own words. */
const LOCALE = LANGUAGE === 'en' ? (await import('antd/locale/en_US')).default : zhCN;

/** Around whatever is made of the component library: its colours, its words, its messages. */
export function Themed({ children }: { children: ReactNode }): ReactElement {
  return (
    <ConfigProvider locale={LOCALE} theme={THEME} button={{ autoInsertSpace: false }}>
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
