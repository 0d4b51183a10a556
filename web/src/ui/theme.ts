import type { ThemeConfig } from 'antd';

/** Neutral greys and one accent; the same values stand in base.css for what is not a component. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1d5c85',
    colorInfo: '#1d5c85',
    colorLink: '#1d5c85',
    colorSuccess: '#28693f',
    colorWarning: '#855a06',
    colorError: '#a8321f',
    colorText: '#1f2429',
    colorTextSecondary: '#545d68',
    colorTextPlaceholder: '#606a75',
    colorTextDescription: '#606a75',
    colorBorder: '#c9d0d6',
    colorBorderSecondary: '#e2e6ea',
    colorErrorBg: '#fbeeea',
    colorErrorBorder: '#e6c3ba',
    colorWarningBg: '#fcf4e2',
    colorWarningBorder: '#e6d3a3',
    colorSuccessBg: '#eaf4ed',
    colorSuccessBorder: '#bcd9c6',
    colorInfoBg: '#e9f1f6',
    colorInfoBorder: '#bfd4e2',
    // Tags take theirs from these.
    green: '#28693f',
    orange: '#855a06',
    red: '#a8321f',
    blue: '#1d5c85',
    borderRadius: 6,
    fontFamily: 'var(--font)',
    fontSize: 14,
    motion: false,
  },
  components: {
    Table: { headerBg: '#f4f6f7', headerColor: '#545d68', cellPaddingBlockSM: 7, cellPaddingInlineSM: 10 },
    Tabs: { horizontalMargin: '0', horizontalItemPadding: '10px 2px' },
  },
};
