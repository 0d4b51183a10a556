import { t } from '../ui/t.js';
import type { Plural } from './plurals.js';

/** What one case of each workflow is called. */
export const WORKFLOW_NAMES: Readonly<Record<Plural, string>> = {
  proposals: t('动议'),
  filings: t('备案'),
  stocktakes: t('摸底调度'),
  stocktake_units: t('摸底单位'),
  warnings: t('预警督办'),
  circulars: t('通报'),
  circular_units: t('通报送达'),
  integrity_opinions: t('廉洁意见'),
  prior_reports: t('事前报告'),
  meetings: t('会议'),
  headcount_reviews: t('职数预审'),
};
