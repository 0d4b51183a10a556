import { App, Button, Dropdown, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import type { Session } from '../api/types.js';
import { t } from '../ui/t.js';
import { useSession } from './current-session.js';
import { SAMPLE_SIGN_INS } from './sample.js';
import { signIn, switchSampleRole } from './sign-in.js';

/** The sample profile alone: try the same case from another chair. */
export function RoleSwitcher({ onSignIn }: { onSignIn: (session: Session) => void }): ReactElement {
  const { user } = useSession();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<string | null>(null);

  const choose = async (username: string): Promise<void> => {
    try {
      const switched = switchSampleRole(username);
      if (switched === null) setAsked(username);
      else onSignIn(await switched);
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  const items = SAMPLE_SIGN_INS.map(({ username, label }) => ({
    key: username,
    label: `${label}${username === user.username ? t('（当前）') : ''}`,
    onClick: () => void choose(username),
  }));
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button block size="small">
          {t('示例：切换角色')}
        </Button>
      </Dropdown>
      {asked !== null && <AskSecret username={asked} onDone={onSignIn} onClose={() => setAsked(null)} />}
    </>
  );
}

interface AskProps {
  username: string;
  onDone: (session: Session) => void;
  onClose: () => void;
}

/** After a reload the page no longer knows the sample's password. */
function AskSecret({ username, onDone, onClose }: AskProps): ReactElement {
  const [secret, setSecret] = useState('');
  const [fault, setFault] = useState('');
  const confirm = async (): Promise<void> => {
    try {
      const session = await signIn(username, secret);
      onClose();
      onDone(session);
    } catch (error) {
      setFault(sentenceOf(error));
    }
  };
  return (
    <Modal open title={t('示例口令')} okText={t('切换')} onOk={() => void confirm()} onCancel={onClose} width={400}>
      <p className="muted">{t('示例账户共用一个口令，启动时印在控制台上。页面刷新后须再输一次。')}</p>
      <Input.Password
        aria-label={t('示例口令')}
        value={secret}
        autoFocus
        onChange={(event) => setSecret(event.target.value)}
        onPressEnter={() => void confirm()}
      />
      <p className="fault" role="alert">
        {fault}
      </p>
    </Modal>
  );
}
