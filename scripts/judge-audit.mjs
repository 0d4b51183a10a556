const GRAVE = ['high', 'critical'];
/** Answers of a registry that has no advisories to give. */
const NOT_OFFERED = [404, 405, 501];

/**
 * What an answer of `npm audit --json` means for the build.
 *
 * @param {string} output what npm printed
 * @returns {{fails: boolean, sentence: string}} grave advisories and unreadable answers fail; a registry without advisories does not
 */
export function judgeAudit(output) {
  const report = parse(output);
  if (report === null) return { fails: true, sentence: 'dependency audit: the answer cannot be read' };
  if (NOT_OFFERED.includes(report.statusCode)) {
    return { fails: false, sentence: `dependency audit: advisories not available here (${report.statusCode})` };
  }
  const found = report.vulnerabilities;
  if (typeof found !== 'object' || found === null) {
    return { fails: true, sentence: 'dependency audit: the answer names no vulnerabilities' };
  }
  const grave = Object.values(found).filter(({ severity }) => GRAVE.includes(severity));
  const names = grave.map(({ name, severity }) => `${name} (${severity})`).toSorted();
  const sum = `dependency audit: ${Object.keys(found).length} known, ${grave.length} of them grave`;
  return { fails: grave.length > 0, sentence: [sum, ...names].join('\n  ') };
}

function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
