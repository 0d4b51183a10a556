import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Suggestion } from '../../../api/types.js';
import { VerdictTag } from '../../../ui/tags.js';
import { t } from '../../../ui/t.js';

const KINDS: Readonly<Record<Suggestion['kind'], string>> = {
  'replace-appointee': t('换一位人选'),
  'add-appointment': t('另补一名'),
  'change-post': t('换一个职位'),
  'drop-item': t('去掉一项'),
};

interface Props {
  suggestions: readonly Suggestion[];
  apply?: ((suggestion: Suggestion) => void) | undefined;
  busy?: boolean;
}

/** Changes that have been run through the same gate; each can be taken over with one click where editing is allowed. */
export function SuggestionList({ suggestions, apply, busy }: Props): ReactElement | null {
  if (suggestions.length === 0) return null;
  return (
    <section className="suggestions" aria-label={t('合理化建议')}>
      <h2>{t('合理化建议')}</h2>
      <p className="muted">{t('每条都已按同一规则试算。用好各年龄段干部，人选由党委（党组）研究决定。')}</p>
      <ol>
        {suggestions.map((suggestion) => (
          <li key={suggestion.sentence}>
            <div className="suggestion-text">
              <span className="suggestion-kind">{KINDS[suggestion.kind]}</span>
              <VerdictTag verdict={suggestion.verdict} />
              <p>{suggestion.sentence}</p>
            </div>
            {apply && (
              <Button loading={busy === true} onClick={() => apply(suggestion)}>
                {t('采用')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
