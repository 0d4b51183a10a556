import { Progress } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import type { UploadProgress } from '../api/client.js';
import { t } from '../ui/t.js';

const SECOND_MS = 1000;

/** How far a workbook is: on its way, then in the server's hands, with the time that has passed. */
export function ImportProgress({ stores, progress }: { stores: boolean; progress: UploadProgress }): ReactElement {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const received = progress === 'received';
  const percent = received ? 100 : Math.floor(progress.sent * 100);
  return (
    <div className="stack-small" role="status">
      <Progress percent={percent} status={received ? 'active' : 'normal'} showInfo={!received} size="small" />
      <p className="muted">
        {!received
          ? t('正在上传……')
          : stores
            ? t('已上传，服务器正在核对并入库（已用{n}秒）；关闭本页不影响入库。', { n: seconds })
            : t('已上传，服务器正在逐行检查（已用{n}秒）；不会入库。', { n: seconds })}
      </p>
    </div>
  );
}
