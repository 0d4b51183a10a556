export function judgeAudit(output: string): { fails: boolean; sentence: string };
