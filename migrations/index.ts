import { Directory1760000000001 } from './0001-directory.js';
import { Settings1760000000002 } from './0002-settings.js';
import { Identity1760000000003 } from './0003-identity.js';
import { Engine1760000000004 } from './0004-engine.js';
import { ProposalAndFiling1760000000005 } from './0005-proposal-and-filing.js';
import { SignInAndAdministrators1760000000006 } from './0006-sign-in-and-administrators.js';
import { Audit1760000000007 } from './0007-audit.js';
import { RowLevelSecurity1760000000008 } from './0008-row-level-security.js';
import { Calendar1760000000009 } from './0009-calendar.js';
import { Reminders1760000000011 } from './0011-reminders.js';
import { Stocktake1760000000013 } from './0013-stocktake.js';
import { DocumentNumbers1760000000015 } from './0015-document-numbers.js';
import { Purposes1760000000020 } from './0020-purposes.js';
import { DownloadGrants1760000000021 } from './0021-download-grants.js';
import { DataKey1760000000022 } from './0022-data-key.js';
import { Inbox1760000000023 } from './0023-inbox.js';
import { Notices1760000000024 } from './0024-notices.js';
import { Channels1760000000025 } from './0025-channels.js';
import { Warning1760000000026 } from './0026-warning.js';
import { Circular1760000000027 } from './0027-circular.js';
import { TeamNotices1760000000028 } from './0028-team-notices.js';
import { OutboxDead1760000000029 } from './0029-outbox-dead.js';
import { CommitteeReports1760000000030 } from './0030-committee-reports.js';
import { DisciplineAndEstablishment1760000000031 } from './0031-discipline-and-establishment.js';
import { Dossiers1760000000032 } from './0032-dossiers.js';
import { InstallationNotices1760000000033 } from './0033-installation-notices.js';
import { DeadlineDue1760000000034 } from './0034-deadline-due.js';
import { ApprovalForms1760000000035 } from './0035-approval-forms.js';
import { IntegrityOpinion1760000000036 } from './0036-integrity-opinion.js';
import { PriorReport1760000000037 } from './0037-prior-report.js';
import { Meeting1760000000038 } from './0038-meeting.js';
import { GatheredNotices1760000000039 } from './0039-gathered-notices.js';
import { DossierPapers1760000000040 } from './0040-dossier-papers.js';
import { SavedViews1760000000041 } from './0041-saved-views.js';
import { DeadlineProvisional1760000000042 } from './0042-deadline-provisional.js';
import { FoldedNotices1760000000047 } from './0047-folded-notices.js';

/** In order, forward only. The last name is the schema version the code knows. */
export const MIGRATIONS = [
  Directory1760000000001,
  Settings1760000000002,
  Identity1760000000003,
  Engine1760000000004,
  ProposalAndFiling1760000000005,
  SignInAndAdministrators1760000000006,
  Audit1760000000007,
  RowLevelSecurity1760000000008,
  Calendar1760000000009,
  Reminders1760000000011,
  Stocktake1760000000013,
  DocumentNumbers1760000000015,
  Purposes1760000000020,
  DownloadGrants1760000000021,
  DataKey1760000000022,
  Inbox1760000000023,
  Notices1760000000024,
  Channels1760000000025,
  Warning1760000000026,
  Circular1760000000027,
  TeamNotices1760000000028,
  OutboxDead1760000000029,
  CommitteeReports1760000000030,
  DisciplineAndEstablishment1760000000031,
  Dossiers1760000000032,
  InstallationNotices1760000000033,
  DeadlineDue1760000000034,
  ApprovalForms1760000000035,
  IntegrityOpinion1760000000036,
  PriorReport1760000000037,
  Meeting1760000000038,
  GatheredNotices1760000000039,
  DossierPapers1760000000040,
  SavedViews1760000000041,
  DeadlineProvisional1760000000042,
  FoldedNotices1760000000047,
];
