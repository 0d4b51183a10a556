import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What an office suite is started with, so that it reads and writes within one folder. */
export interface SuiteFolder {
  /** First of its arguments. */
  profile: string;
  environment: Record<string, string | undefined>;
}

/** Gives an office suite a profile of its own without macros, and the faces to take where those of the standard are missing. */
export async function prepareSuiteFolder(folder: string): Promise<SuiteFolder> {
  const profile = join(folder, 'profile');
  const fonts = join(folder, 'fonts.conf');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), NO_MACROS);
  await writeFile(fonts, fontsFile(process.env['FONTCONFIG_FILE'] ?? SYSTEM_FONTS));
  return {
    profile: `-env:UserInstallation=${pathToFileURL(profile).href}`,
    environment: {
      PATH: process.env['PATH'],
      HOME: folder,
      TMPDIR: folder,
      LANG: 'zh_CN.UTF-8',
      FONTCONFIG_FILE: fonts,
    },
  };
}

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
const SCRIPTING = '/org.openoffice.Office.Common/Security/Scripting';

/** Our documents hold none; whatever should get into one is not run, and no link is followed. */
const NO_MACROS = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry">',
  setting(SCRIPTING, 'MacroSecurityLevel', '3'),
  setting(SCRIPTING, 'DisableMacrosExecution', 'true'),
  setting(SCRIPTING, 'BlockUntrustedRefererLinks', 'true'),
  '</oor:items>',
].join('\n');

const SYSTEM_FONTS = '/etc/fonts/fonts.conf';
/**
 * Faces of the standard, and what stands in for each where it is not installed: first what other systems call it, then free
 * ones. A suite left to itself takes the same sans-serif for all of them.
 *
 * @source handbook §3.5 (Fandol and Noto as free ones)
 */
const STANDS_IN: Readonly<Record<string, readonly string[]>> = {
  仿宋_GB2312: ['仿宋', 'FangSong', 'STFangsong', 'FandolFang', 'Noto Serif CJK SC'],
  楷体_GB2312: ['楷体', 'KaiTi', 'STKaiti', 'FandolKai', 'Noto Serif CJK SC'],
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', '小标宋体', 'FandolSong', 'Noto Serif CJK SC'],
  黑体: ['SimHei', 'STHeiti', 'FandolHei', 'Noto Sans CJK SC'],
  宋体: ['SimSun', 'STSong', 'FandolSong', 'Noto Serif CJK SC'],
  'Times New Roman': ['Liberation Serif', 'Tinos', 'Noto Serif CJK SC'],
};

function fontsFile(system: string): string {
  const aliases = Object.entries(STANDS_IN).map(([face, others]) => {
    const prefer = others.map((other) => `<family>${other}</family>`).join('');
    return `<alias binding="same"><family>${face}</family><prefer><family>${face}</family>${prefer}</prefer></alias>`;
  });
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    `<fontconfig><include ignore_missing="yes">${escapeXml(system)}</include>`,
    ...aliases,
    '</fontconfig>',
  ].join('\n');
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
