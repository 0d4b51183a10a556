import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { EmptyState } from '../ui/empty-state.js';
import { t } from '../ui/t.js';
import { FirstSteps } from './first-steps.js';
import { GLOSSARY } from './glossary.js';

/** The way in: what to set up first, and what the words mean. */
export default function HelpPage(): ReactElement {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const found = GLOSSARY.filter(({ term, meaning }) => term.includes(wanted) || meaning.includes(wanted));
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <h1>{t('帮助')}</h1>
      </header>
      <FirstSteps />
      <section className="card stack" aria-label={t('名词解释')}>
        <header className="card-head">
          <h2>{t('名词解释')}</h2>
          <Input
            allowClear
            className="filter-unit"
            aria-label={t('查找名词')}
            placeholder={t('查找名词')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </header>
        {found.length === 0 && <EmptyState title={t('没有这个名词')} hint={t('换一个字试试。')} />}
        <dl className="glossary">
          {found.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
