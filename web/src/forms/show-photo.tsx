import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { grantedUrl } from '../api/download.js';
import { sentenceOf } from '../api/problem.js';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { t } from '../ui/t.js';

/** The photo of somebody's last approval form, shown when it is asked for: each look is on record. */
export function ShowPhoto({ code, name }: { code: string; name: string }): ReactElement | null {
  const { imports } = abilitiesOf(useSession());
  const { mutate, data, isPending, error } = useMutation({
    mutationFn: () => grantedUrl(`cadres/${encodeURIComponent(code)}/photo`),
  });
  if (!imports) return null;
  if (data !== undefined) {
    return <img className="photo" src={data} alt={t('{name}的照片', { name })} width={98} height={120} />;
  }
  return (
    <>
      <Button size="small" loading={isPending} onClick={() => mutate()}>
        {t('查看照片')}
      </Button>
      {error !== null && (
        <span role="alert" className="muted">
          {sentenceOf(error)}
        </span>
      )}
    </>
  );
}
