import type { Day } from '../../../machines/rules/index.js';
import type { NamedPerson } from '../../directory/index.js';
import { buildDocument, OWN_VERSION, type XmlDocument } from '../approval-form/index.js';
import { identityOf, type KnownParts } from '../known/form-texts.js';

/** A form for somebody of whom none was imported: what directory and dossier know, the rest left empty for the clerk. */
export function formOfDirectory(
  person: NamedPerson,
  { relatives, ...parts }: KnownParts,
  idNumber: string | null,
  today: Day,
): XmlDocument {
  return buildDocument(
    {
      ...identityOf(person),
      ...Object.assign({}, ...Object.values(parts)),
      JiSuanNianLingShiJian: today.replaceAll('-', ''),
      TianBiaoShiJian: today.replaceAll('-', ''),
      ShenFenZheng: idNumber ?? '',
    },
    relatives,
    OWN_VERSION,
  );
}
