import { DeskPage } from '../../desk/desk-page.js';
import { type Plural, PLURALS } from '../../api/plurals.js';
import { BUSINESS, DRAFTERS } from '../current-session.js';
import { t } from '../../ui/t.js';
import { pageIn, type Route } from './route.js';

const CasePage = pageIn(async () => ({ default: (await import('../../workflows/case/case-page.js')).CasePage }));

const EditorPage = pageIn(() => import('../../workflows/proposal/editor/editor-page.js'));

const MeetingEditorPage = pageIn(() => import('../../workflows/meeting/meeting-editor-page.js'));

const SheetPage = pageIn(() => import('../../workflows/case/sheet/sheet-page.js'));

const ANY_CASE = String.raw`(${PLURALS.join('|')})/(\d+)`;

export const DESK_ROUTES: readonly Route[] = [
  { pattern: /^\/desk$/, title: t('工作台'), audience: BUSINESS, page: () => <DeskPage />, isLight: true },
  { pattern: /^\/proposals\/new$/, title: t('起草动议'), audience: BUSINESS, page: () => <EditorPage id={null} /> },
  {
    pattern: /^\/proposals\/(\d+)\/edit$/,
    title: t('修改动议'),
    audience: BUSINESS,
    page: ([id]) => <EditorPage key={id} id={Number(id)} />,
  },
  {
    pattern: /^\/meetings\/new$/,
    title: t('安排会议'),
    audience: DRAFTERS,
    page: () => <MeetingEditorPage id={null} />,
  },
  {
    pattern: /^\/meetings\/(\d+)\/edit$/,
    title: t('修改会议安排'),
    audience: DRAFTERS,
    page: ([id]) => <MeetingEditorPage key={id} id={Number(id)} />,
  },
  {
    pattern: new RegExp(`^/${ANY_CASE}/sheet$`),
    title: t('送签单'),
    audience: BUSINESS,
    page: ([plural, id]) => <SheetPage plural={plural as Plural} id={Number(id)} />,
  },
  {
    pattern: new RegExp(`^/${ANY_CASE}$`),
    title: t('事项'),
    audience: BUSINESS,
    page: ([plural, id]) => (
      <div className="page">
        <CasePage key={`${plural}/${id}`} plural={plural as Plural} id={Number(id)} />
      </div>
    ),
  },
];
