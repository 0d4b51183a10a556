/* Made by `npm run api:types` from the OpenAPI document. Not to be edited. */

export interface Schemas {
  PolicyVersion: { version: number; note: string; createdBy: string | null; createdAt: string };
  PolicySetting: {
    path: string;
    meaning: string;
    basis: 'fact' | 'assumption';
    source: string;
    confirmedBy?: string | undefined;
  };
  PolicyDocument: {
    version: number;
    note: string;
    createdBy: string | null;
    createdAt: string;
    policy: {
      age: { yearsAdded: { below: number; around: number; strict: number } };
      counting: { onlyOccupyingHeadcount: boolean; includeProbation: boolean; includeSecondment: boolean };
      levels: {
        strategy: 'completionRatio' | 'persistence' | 'unmetIndicatorCount';
        persistenceForDueOne: boolean;
        letters: {
          A: { severity: 1 | 2 | 3; label: string };
          B: { severity: 1 | 2 | 3; label: string };
          C: { severity: 1 | 2 | 3; label: string };
        };
        completion: { worstBelow: { num: number; den: number }; middleBelow: { num: number; den: number } };
        persistence: { worstFromQuarters: number };
        indicatorCount: { worstFrom: number; middleFrom: number };
      };
      unmetQuartersLookBack: number;
      gate: {
        table: {
          '1': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
          '2': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
          '3': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
        };
        whileWarned: {
          keepsSeverity: boolean;
          afterReminders: number;
          atLeast: {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
        };
      };
      headlineShare: { num: number; den: number };
      ageingOutHorizonMonths: number;
      commitmentWindowDays: number;
      override: { minReasonLength: number };
      notice: {
        workingDays: number;
        countStartDay: boolean;
        receiving: { office: string; telephone: string; address: string; postcode: string };
      };
      filing: { dueCalendarDays: number; preReviewWorkingDays: number };
      answer: {
        reviewStartWorkingDays: number;
        suggestionReplyWorkingDays: number;
        explanationWorkingDays: number;
        filingReviewWorkingDays: number;
        supplementWorkingDays: number;
        correctionWorkingDays: number;
      };
      quorum: { presentShare: { num: number; den: number }; passShareOfEntitled: { num: number; den: number } };
      meeting: { required: boolean };
      recommendationValidMonths: number;
      probationMonths: number;
      reminders: {
        hours: { from: number; until: number };
        ladders: Record<
          string,
          {
            workingDays: number;
            kind: 'reminder' | 'escalation';
            roles: ('clerk' | 'leader' | 'reviewer' | 'chief' | 'deputy' | 'head' | 'discipline' | 'establishment')[];
          }[]
        >;
      };
      warning: {
        fromSeverity: 1 | 2 | 3;
        opensBetweenRounds: boolean;
        receiptWorkingDays: number;
        firstBetweenRounds: boolean;
        firstIssueWorkingDays: number;
        secondAfterDays: number;
        secondOnProposal: boolean;
        secondIssueWorkingDays: number;
        planWorkingDays: number;
        planReviewWorkingDays: number;
        circularSignWorkingDays: number;
      };
      teamNotices: { ageingOutMonths: number[]; vacancies: boolean; vacancyWithinDays: number };
      committeeReportMonths: number;
      eligibility: {
        base: {
          workMonths: number;
          grassrootsMonths: number;
          lowerPosts: number;
          deputyMonths: number;
          lowerPrincipalMonths: number;
          education: 'below-college' | 'college' | 'bachelor' | 'postgraduate';
          trainingMakeUpMonths: number;
          partyStandingMonths: number;
          sectionPrincipalMonths: number;
          sectionDeputyMonths: number;
          afterPromotionMonths: number;
          waivedByExceptional: (
            | 'E01'
            | 'E02'
            | 'E03'
            | 'E04'
            | 'E05'
            | 'E06'
            | 'E07'
            | 'E08'
            | 'E09'
            | 'E10'
            | 'E11'
            | 'E12'
            | 'E12L'
            | 'E13'
            | 'E14'
            | 'E15'
            | 'E16'
          )[];
          effectMonths: {
            'reminder-talk': number;
            'letter-of-inquiry': number;
            admonition: number;
            'post-adjustment': number;
            'ordered-resignation': number;
            dismissal: number;
            demotion: number;
            suspension: number;
            'admin-warning': number;
            'admin-demerit': number;
            'admin-serious-demerit': number;
            'admin-downgrade': number;
            'admin-removal': number;
            'party-warning': number;
            'party-serious-warning': number;
            'party-post-removal': number;
            'party-probation': number;
          };
          noHigherPostMonths: Record<string, number>;
          ageLimitYears: Record<string, number | null>;
        };
        byUnitKind: Record<
          string,
          {
            workMonths?: number | undefined;
            grassrootsMonths?: number | undefined;
            lowerPosts?: number | undefined;
            deputyMonths?: number | undefined;
            lowerPrincipalMonths?: number | undefined;
            education?: 'below-college' | 'college' | 'bachelor' | 'postgraduate' | undefined;
            trainingMakeUpMonths?: number | undefined;
            partyStandingMonths?: number | undefined;
            sectionPrincipalMonths?: number | undefined;
            sectionDeputyMonths?: number | undefined;
            afterPromotionMonths?: number | undefined;
            waivedByExceptional?:
              | (
                  | 'E01'
                  | 'E02'
                  | 'E03'
                  | 'E04'
                  | 'E05'
                  | 'E06'
                  | 'E07'
                  | 'E08'
                  | 'E09'
                  | 'E10'
                  | 'E11'
                  | 'E12'
                  | 'E12L'
                  | 'E13'
                  | 'E14'
                  | 'E15'
                  | 'E16'
                )[]
              | undefined;
            effectMonths?:
              | {
                  'reminder-talk': number;
                  'letter-of-inquiry': number;
                  admonition: number;
                  'post-adjustment': number;
                  'ordered-resignation': number;
                  dismissal: number;
                  demotion: number;
                  suspension: number;
                  'admin-warning': number;
                  'admin-demerit': number;
                  'admin-serious-demerit': number;
                  'admin-downgrade': number;
                  'admin-removal': number;
                  'party-warning': number;
                  'party-serious-warning': number;
                  'party-post-removal': number;
                  'party-probation': number;
                }
              | undefined;
            noHigherPostMonths?: Record<string, number> | undefined;
            ageLimitYears?: Record<string, number | null> | undefined;
          }
        >;
      };
      authority: Record<string, ('chu-principal' | 'chu-deputy' | 'ke-principal' | 'ke-deputy')[]>;
      procedure: {
        eligibilityBinds: boolean;
        fourChecks: boolean;
        disqualifications: boolean;
        priorReport: {
          required: boolean;
          bulkAdjustmentCount: number;
          bulkAdjustmentWindowCount: number;
          bulkAdjustmentWindowMonths: number;
          principalTenureMonths: number;
          replyWorkingDays: number;
        };
        integrityOpinion: { replyWorkingDays: number; validMonths: number; paperAllowed: boolean };
        headcountReviewBy: 'section' | 'establishment' | 'either';
      };
    };
  };
  CalendarYear: {
    year: number;
    days: { day: string; kind: 'off' | 'work'; name: string }[];
    adjacent: { day: string; kind: 'off' | 'work'; name: string }[];
    changedByNextYear: { day: string; kind: 'off' | 'work'; name: string }[];
    papers: {
      version: number;
      source: string;
      paperUrl: string | null;
      note: string;
      loadedBy: string | null;
      loadedAt: string;
    }[];
    coverageFrom: string;
    coverageUntil: string;
    version: number;
    coveredDays: number;
    endsSoon: boolean;
  };
  LoadedCalendarYear: {
    coverageFrom: string;
    coverageUntil: string;
    version: number;
    year: number;
    changed: boolean;
    deadlines: { checked: number; moved: number; provisional: number; unknown: number };
  };
  Workflow: {
    name: string;
    plural: string;
    label: string;
    revision: number;
    earlier: number[];
    states: {
      path: string;
      label: string;
      kind: 'start' | 'step' | 'passing' | 'group' | 'parallel' | 'region' | 'end';
      parent: string | null;
      initial: string | null;
      deadlines: string[];
    }[];
    transitions: { from: string; to: string; event: string; label: string; roles: string[] }[];
  };
  StaffingLedger: {
    items: Schemas['StaffingRow'][];
    total: number;
    limit: number;
    offset: number;
    asOf: string;
    policyVersion: number;
    totals: {
      rows: number;
      levels: { level: 'A' | 'B' | 'C'; label: string; severity: number; rows: number }[];
      tasks: {
        task: string;
        taskName: string;
        teams: number;
        met: number;
        due: number;
        actual: number;
        shortfall: number;
        sumOfTeams: number;
        distinctPersons: number;
        inSeveralTeams: { cadre: string; name: string; teams: string[] }[];
        sentence: string;
      }[];
    };
  };
  StaffingRow: {
    team: string;
    teamName: string;
    unit: string;
    unitName: string;
    task: string;
    taskName: string;
    base: number;
    baseKind: 'approved-headcount' | 'incumbents';
    due: number;
    actual: number;
    shortfall: number;
    ratio: { num: number; den: number };
    level: 'A' | 'B' | 'C';
    severity: number;
    unmetQuarters: number;
    vacancies: { principal: number; deputy: number };
    overEstablishment: number;
    nested: { due: number; actual: number; shortfall: number } | null;
    members: { cadre: string; name: string; birth: string; ageYears: number; post: string }[];
    ageingOut: { cadre: string; name: string; month: string; reason: 'age' | 'term' }[];
    fallsShortIn: string | null;
  };
  StaffingHeadline: {
    asOf: string;
    policyVersion: number;
    tasks: string[];
    shareToReach: { num: number; den: number };
    areasReached: number;
    items: {
      area: string;
      areaName: string;
      teams: number;
      met: number;
      share: { num: number; den: number };
      reached: boolean;
    }[];
  };
  UnitPage: { items: Schemas['UnitRow'][]; total: number; limit: number; offset: number };
  UnitRow: {
    code: string;
    name: string;
    kind:
      | 'organization-department'
      | 'city-party-gov-department'
      | 'city-other'
      | 'county-level-area'
      | 'county-party-gov-department'
      | 'county-other'
      | 'township';
    kindLabel: string;
    parent: string | null;
    level: number;
    children: number;
    teams: number;
  };
  Unit: {
    code: string;
    name: string;
    kind:
      | 'organization-department'
      | 'city-party-gov-department'
      | 'city-other'
      | 'county-level-area'
      | 'county-party-gov-department'
      | 'county-other'
      | 'township';
    kindLabel: string;
    parent: string | null;
    level: number;
    parents: { code: string; name: string }[];
    children: {
      code: string;
      name: string;
      kind:
        | 'organization-department'
        | 'city-party-gov-department'
        | 'city-other'
        | 'county-level-area'
        | 'county-party-gov-department'
        | 'county-other'
        | 'township';
    }[];
    teams: { code: string; name: string }[];
  };
  TeamPage: { items: Schemas['TeamRow'][]; total: number; limit: number; offset: number };
  TeamRow: {
    asOf: string;
    code: string;
    name: string;
    level: 'county-division' | 'township-section';
    levelLabel: string;
    unit: string;
    unitName: string;
    headcount: {
      tier: 'principal' | 'deputy';
      approved: number;
      current: number;
      vacancies: number;
      overEstablishment: number;
    }[];
  };
  Team: {
    asOf: string;
    code: string;
    name: string;
    level: 'county-division' | 'township-section';
    levelLabel: string;
    unit: string;
    unitName: string;
    headcount: {
      tier: 'principal' | 'deputy';
      approved: number;
      current: number;
      vacancies: number;
      overEstablishment: number;
    }[];
    posts: {
      code: string;
      name: string;
      tier: 'principal' | 'deputy';
      tierLabel: string;
      rank: 'chu-principal' | 'chu-deputy' | 'ke-principal' | 'ke-deputy';
      rankLabel: string;
      holders: {
        cadre: string;
        name: string;
        birth: string;
        ageYears: number;
        mode: 'regular' | 'probation' | 'secondment' | 'concurrent';
        modeLabel: string;
        occupiesHeadcount: boolean;
        from: string;
        to: string | null;
      }[];
    }[];
    tasks: {
      task: string;
      taskName: string;
      base: number;
      baseKind: 'approved-headcount' | 'incumbents';
      due: number;
      actual: number;
      shortfall: number;
      ratio: { num: number; den: number };
      level: 'A' | 'B' | 'C';
      severity: number;
      unmetQuarters: number;
      vacancies: { principal: number; deputy: number };
      overEstablishment: number;
      nested: { due: number; actual: number; shortfall: number } | null;
      members: { cadre: string; name: string; birth: string; ageYears: number; post: string }[];
      ageingOut: { cadre: string; name: string; month: string; reason: 'age' | 'term' }[];
      fallsShortIn: string | null;
    }[];
    policyVersion: number;
  };
  CadrePage: { items: Schemas['CadreRow'][]; total: number; limit: number; offset: number };
  CadreRow: {
    code: string;
    name: string;
    sex: 'male' | 'female';
    birth: string;
    civilRank: string | null;
    homeUnit: { code: string; name: string } | null;
    posts: { code: string; name: string; team: string; teamName: string }[];
  };
  Cadre: {
    code: string;
    name: string;
    sex: 'male' | 'female';
    birth: string;
    civilRank: string | null;
    homeUnit: { code: string; name: string } | null;
    ageYears: number;
    ethnicity: string | null;
    politicalStatus: string | null;
    workStart: string | null;
    partyJoin: string | null;
    fullTimeEducation: string | null;
    inServiceEducation: string | null;
    rankSince: string | null;
    idNumber: string | null;
    idBirthDiffers: boolean;
    terms: {
      post: string;
      postName: string;
      team: string;
      teamName: string;
      tier: 'principal' | 'deputy';
      rank: 'chu-principal' | 'chu-deputy' | 'ke-principal' | 'ke-deputy';
      mode: 'regular' | 'probation' | 'secondment' | 'concurrent';
      occupiesHeadcount: boolean;
      from: string;
      to: string | null;
    }[];
  };
  Dossier: {
    cadre: string;
    birth: string;
    idBirthDiffers: boolean;
    profile: {
      relativesComplete: boolean;
      measuresComplete: boolean;
      ranksComplete: boolean;
      grassrootsMonths: number | null;
      trainingMet: boolean | null;
      healthFit: boolean | null;
      growthArea: string | null;
      lastPromotion: { on: string; exceptional: boolean } | null;
    };
    relatives: {
      relation: string;
      name: string | null;
      birth: string | null;
      politicalStatus: string | null;
      workplace: string | null;
      unit: string | null;
      leads: boolean | null;
      kin: string | null;
    }[];
    assessments: {
      year: number;
      grade: 'excellent' | 'competent' | 'basically-competent' | 'incompetent' | 'no-grade';
    }[];
    measures:
      | {
          kind:
            | 'reminder-talk'
            | 'letter-of-inquiry'
            | 'admonition'
            | 'post-adjustment'
            | 'ordered-resignation'
            | 'dismissal'
            | 'demotion'
            | 'suspension'
            | 'admin-warning'
            | 'admin-demerit'
            | 'admin-serious-demerit'
            | 'admin-downgrade'
            | 'admin-removal'
            | 'party-warning'
            | 'party-serious-warning'
            | 'party-post-removal'
            | 'party-probation';
          from: string;
          documentNo: string | null;
          note: string | null;
          effectEndsOn: string | null;
        }[]
      | null;
    ranks: {
      rank:
        | '二级科员'
        | '一级科员'
        | '四级主任科员'
        | '三级主任科员'
        | '二级主任科员'
        | '一级主任科员'
        | '四级调研员'
        | '三级调研员'
        | '二级调研员'
        | '一级调研员';
      since: string;
      until: string | null;
    }[];
    trainings: { name: string; from: string; to: string }[];
    archiveReview: {
      on: string;
      birth: 'consistent' | 'corrected' | 'open';
      workStart: 'consistent' | 'corrected' | 'open';
      partyJoin: 'consistent' | 'corrected' | 'open';
      education: 'consistent' | 'corrected' | 'open';
      career: 'consistent' | 'corrected' | 'open';
      identity: 'consistent' | 'corrected' | 'open';
      note: string | null;
    } | null;
    particulars: {
      nativePlace: string | null;
      birthPlace: string | null;
      health: string | null;
      technicalPost: string | null;
      speciality: string | null;
    } | null;
    educations: {
      mode: 'full-time' | 'in-service';
      diploma: string;
      degree: string | null;
      school: string | null;
      from: string | null;
      until: string | null;
    }[];
    rewards: { name: string; on: string; by: string | null }[];
  };
  DossierChange: {
    profile?:
      | {
          relativesComplete: boolean;
          measuresComplete: boolean;
          ranksComplete: boolean;
          grassrootsMonths: number | null;
          trainingMet: boolean | null;
          healthFit: boolean | null;
          growthArea: string | null;
          lastPromotion: { on: string; exceptional: boolean } | null;
        }
      | undefined;
    relatives?:
      | {
          relation: string;
          name: string | null;
          birth: string | null;
          politicalStatus: string | null;
          workplace: string | null;
          unit: string | null;
          leads: boolean | null;
        }[]
      | undefined;
    assessments?:
      | { year: number; grade: 'excellent' | 'competent' | 'basically-competent' | 'incompetent' | 'no-grade' }[]
      | undefined;
    measures?:
      | {
          kind:
            | 'reminder-talk'
            | 'letter-of-inquiry'
            | 'admonition'
            | 'post-adjustment'
            | 'ordered-resignation'
            | 'dismissal'
            | 'demotion'
            | 'suspension'
            | 'admin-warning'
            | 'admin-demerit'
            | 'admin-serious-demerit'
            | 'admin-downgrade'
            | 'admin-removal'
            | 'party-warning'
            | 'party-serious-warning'
            | 'party-post-removal'
            | 'party-probation';
          from: string;
          documentNo: string | null;
          note: string | null;
        }[]
      | undefined;
    ranks?:
      | {
          rank:
            | '二级科员'
            | '一级科员'
            | '四级主任科员'
            | '三级主任科员'
            | '二级主任科员'
            | '一级主任科员'
            | '四级调研员'
            | '三级调研员'
            | '二级调研员'
            | '一级调研员';
          since: string;
          until: string | null;
        }[]
      | undefined;
    trainings?: { name: string; from: string; to: string }[] | undefined;
    archiveReview?:
      | {
          on: string;
          birth: 'consistent' | 'corrected' | 'open';
          workStart: 'consistent' | 'corrected' | 'open';
          partyJoin: 'consistent' | 'corrected' | 'open';
          education: 'consistent' | 'corrected' | 'open';
          career: 'consistent' | 'corrected' | 'open';
          identity: 'consistent' | 'corrected' | 'open';
          note: string | null;
        }
      | null
      | undefined;
    particulars?:
      | {
          nativePlace: string | null;
          birthPlace: string | null;
          health: string | null;
          technicalPost: string | null;
          speciality: string | null;
        }
      | null
      | undefined;
    educations?:
      | {
          mode: 'full-time' | 'in-service';
          diploma: string;
          degree: string | null;
          school: string | null;
          from: string | null;
          until: string | null;
        }[]
      | undefined;
    rewards?: { name: string; on: string; by: string | null }[] | undefined;
  };
  Eligibility: {
    cadre: string;
    post: string;
    unit: string;
    on: string;
    outcome: 'met' | 'notMet' | 'unknown';
    eligibleFrom: string | null;
    unknownThen: string[];
    rules: {
      code: string;
      title: string;
      severity: 'hard' | 'warn' | 'manual';
      outcome: 'met' | 'notMet' | 'unknown' | 'notApplicable';
      sentence: string;
      metOn: string | null;
      basis: string;
    }[];
  };
  IdNumberRequest: {
    kind:
      | 'identity-check'
      | 'archive-review'
      | 'personal-matters-check'
      | 'discipline-opinion'
      | 'appointment-document'
      | 'lawful-request';
    purpose: string;
  };
  RevealedIdNumber: { code: string; idNumber: string };
  StaffingTaskList: { items: Schemas['StaffingTask'][] };
  StaffingTask: {
    code: string;
    name: string;
    appliesTo: { unitKind: string } | { team: string };
    appliesToLabel: string;
    rule: string;
    quantity: number | null;
    share: { num: number; den: number } | null;
    base: string;
    age: { rule: string; years: number };
    principalOnly: boolean;
    nested: { postNameIncludes: string; share: { num: number; den: number } } | null;
    dueBy: string | null;
    sentence: string;
  };
  SignIn: { username: string; password: string };
  Session: {
    user: { id: number; username: string; displayName: string };
    roles: Schemas['RoleView'][];
    standsInFor: { user: { id: number; username: string; displayName: string }; roles: Schemas['RoleView'][] }[];
    profile: 'sample' | 'production';
    due: ('second-factor' | 'password' | 'enrolment')[];
  };
  RoleView: {
    role:
      | 'clerk'
      | 'leader'
      | 'reviewer'
      | 'chief'
      | 'deputy'
      | 'head'
      | 'discipline'
      | 'establishment'
      | 'admin'
      | 'sysadmin'
      | 'secadmin'
      | 'auditadmin';
    unit: { code: string; name: string } | null;
  };
  ChangePassword: { current: string; next: string };
  OpenSessionList: { sessions: Schemas['OpenSession'][] };
  OpenSession: {
    id: number;
    createdAt: string;
    lastSeenAt: string;
    expiresAt: string;
    address: string | null;
    terminal: string | null;
    isThisOne: boolean;
  };
  SecondFactorCode: { code: string };
  PasskeyOptions: { challenge: string };
  PasskeyAnswer: {
    credential: {
      id: string;
      rawId: string;
      type: 'public-key';
      clientExtensionResults?: Record<string, unknown> | undefined;
      response: {
        clientDataJSON: string;
        authenticatorData: string;
        signature: string;
        userHandle?: string | undefined;
      };
    };
  };
  SecondFactors: {
    totp: boolean;
    recoveryCodesLeft: number;
    passkeys: { id: number; label: string; createdAt: string; lastUsedAt: string | null }[];
  };
  NewTotp: { secret: string; uri: string };
  RecoveryCodes: { recoveryCodes: string[] };
  NewPasskey: {
    label: string;
    credential: {
      id: string;
      rawId: string;
      type: 'public-key';
      clientExtensionResults?: Record<string, unknown> | undefined;
      response: { clientDataJSON: string; attestationObject: string; transports?: string[] | undefined };
    };
  };
  ExternalIdentity: { way: 'oidc' | 'cas' | 'gateway'; subject: string };
  UserList: { users: Schemas['User'][]; next: number | null };
  User: {
    id: number;
    username: string;
    displayName: string;
    status: 'active' | 'disabled';
    secondFactor: boolean;
    locked: boolean;
    grants: Schemas['Grant'][];
  };
  Grant: {
    id: number;
    role:
      | 'clerk'
      | 'leader'
      | 'reviewer'
      | 'chief'
      | 'deputy'
      | 'head'
      | 'discipline'
      | 'establishment'
      | 'admin'
      | 'sysadmin'
      | 'secadmin'
      | 'auditadmin';
    unit: { code: string; name: string } | null;
    startsOn: string;
    endsOn: string | null;
  };
  NewUser: { username: string; displayName: string; password: string };
  NewGrant: {
    role:
      | 'clerk'
      | 'leader'
      | 'reviewer'
      | 'chief'
      | 'deputy'
      | 'head'
      | 'discipline'
      | 'establishment'
      | 'admin'
      | 'sysadmin'
      | 'secadmin'
      | 'auditadmin';
    unit?: string | null | undefined;
    startsOn?: string | undefined;
    endsOn?: string | null | undefined;
  };
  ResetPassword: { password: string };
  NewDelegation: { to: string; from?: string | undefined; startsOn: string; endsOn: string; reason: string };
  Delegation: {
    id: number;
    from: { id: number; username: string; displayName: string };
    to: { id: number; username: string; displayName: string };
    startsOn: string;
    endsOn: string;
    reason: string;
    createdAt: string;
    revokedAt: string | null;
  };
  DelegationList: { delegations: Schemas['Delegation'][]; next: number | null };
  ColleagueList: { colleagues: { id: number; username: string; displayName: string; roles: Schemas['RoleView'][] }[] };
  DownloadGrantRequest: { path: string; purpose?: string | undefined };
  DownloadGrant: { url: string; endsAt: string };
  GrantableUnitList: { units: { code: string; name: string }[] };
  GatePreview: {
    verdict: 'clear' | 'flag' | 'block';
    policyVersion: number;
    decisionDate: string;
    teams: {
      team: string;
      teamName: string;
      task: string;
      taskName: string;
      before: { base: number; due: number; actual: number; shortfall: number };
      after: { base: number; due: number; actual: number; shortfall: number };
      delta: number;
      level: string;
      severity: number;
      fillsVacancy: boolean;
      verdict: 'clear' | 'flag' | 'block';
      exempt: boolean;
      warning?:
        | { since: string; level: string; severity: number; delivered: number; planBroken: boolean; tightened: boolean }
        | undefined;
      sentence: string;
    }[];
    headcount: {
      team: string;
      teamName: string;
      tier: 'principal' | 'deputy';
      approved: number;
      current: number;
      removed: number;
      added: number;
      after: number;
      passes: boolean;
      message?: string | undefined;
    }[];
    findings: {
      code: string;
      severity: 'info' | 'flag' | 'block';
      params: Record<string, unknown>;
      sentence: string;
    }[];
    eligibility: Schemas['ItemEligibility'][];
    suggestions: Schemas['GateSuggestion'][];
  };
  ItemEligibility: {
    item: number;
    cadre: string;
    post: string;
    on: string;
    outcome: 'met' | 'notMet' | 'unknown';
    exceptional: boolean;
    idBirthDiffers: boolean;
    rules: {
      code: string;
      severity: 'hard' | 'warn' | 'manual';
      outcome: 'notMet' | 'unknown';
      sentence: string;
      metOn: string | null;
    }[];
  };
  GateSuggestion: {
    kind: 'replace-appointee' | 'add-appointment' | 'change-post' | 'drop-item';
    items: {
      cadre: string;
      appointTo?: string | null | undefined;
      removeFrom?: string | null | undefined;
      kind:
        | 'appoint'
        | 'transfer'
        | 'promote'
        | 'remove'
        | 'retire'
        | 'resign'
        | 'death'
        | 'sanction'
        | 'superior-decision'
        | 'body-abolished'
        | 'term-renewal'
        | 'congress-appointment'
        | 'military-placement';
      mode?: 'regular' | 'probation' | 'secondment' | 'concurrent' | undefined;
      occupiesHeadcount?: boolean | undefined;
      note?: string | undefined;
    }[];
    verdict: 'clear' | 'flag' | 'block';
    sentence: string;
  };
  Printing: { pdf: { available: boolean; reason?: string | undefined } };
  FormImportResult: {
    dryRun: boolean;
    forms: {
      file: string;
      name: string;
      birth: string;
      matchedBy: 'id-number' | 'name-and-birth' | 'chosen' | null;
      cadre: { code: string; name: string; unit: string | null } | null;
      candidates: { code: string; name: string; unit: string | null; birth: string }[];
      differences: {
        field:
          | 'birth'
          | 'ethnicity'
          | 'politicalStatus'
          | 'workStart'
          | 'partyJoin'
          | 'fullTimeEducation'
          | 'inServiceEducation'
          | 'particulars'
          | 'relatives'
          | 'educations'
          | 'assessments';
        label: string;
        directory: string | null;
        form: string;
      }[];
      updated: (
        | 'birth'
        | 'ethnicity'
        | 'politicalStatus'
        | 'workStart'
        | 'partyJoin'
        | 'fullTimeEducation'
        | 'inServiceEducation'
        | 'particulars'
        | 'relatives'
        | 'educations'
        | 'assessments'
      )[];
      photo: boolean;
      outcome: 'stored' | 'repeated' | 'skipped' | 'refused';
    }[];
    stored: number;
    problems: {
      file: string;
      element: string;
      label: string;
      value: string;
      code:
        | 'FORM_EMPTY'
        | 'FORM_TOO_LARGE'
        | 'FORM_ENCODING_UNKNOWN'
        | 'FORM_ENCODING_BROKEN'
        | 'FORM_HAS_DOCTYPE'
        | 'FORM_XML_BROKEN'
        | 'FORM_TOO_DEEP'
        | 'FORM_TOO_MANY_ELEMENTS'
        | 'FORM_TEXT_TOO_LONG'
        | 'FORM_UNKNOWN'
        | 'FORM_FIELDS_MISSING'
        | 'ELEMENT_TWICE'
        | 'ELEMENT_NOT_TEXT'
        | 'REQUIRED_MISSING'
        | 'SEX_INVALID'
        | 'MONTH_INVALID'
        | 'MONTH_IN_FUTURE'
        | 'DAY_INVALID'
        | 'ID_LENGTH'
        | 'ID_15_DIGITS'
        | 'ID_CHARACTERS'
        | 'ID_BIRTH_INVALID'
        | 'ID_CHECKSUM'
        | 'ID_MASKED'
        | 'PHOTO_NOT_BASE64'
        | 'PHOTO_TOO_LARGE'
        | 'PHOTO_NOT_JPEG'
        | 'ID_SEX_DIFFERS'
        | 'ID_BIRTH_DIFFERS'
        | 'PARTY_UNKNOWN'
        | 'FAMILY_MONTH_UNKNOWN'
        | 'RESUME_LINE_UNKNOWN'
        | 'ELEMENT_UNKNOWN'
        | 'ESCAPES_REPAIRED'
        | 'FILE_NOT_A_FORM'
        | 'FILE_IGNORED'
        | 'FILE_TWICE'
        | 'PICTURE_WITHOUT_FORM'
        | 'ZIP_BROKEN'
        | 'ZIP_ENCRYPTED'
        | 'ZIP_UNSAFE_NAME'
        | 'ZIP_INFLATES_TOO_MUCH'
        | 'TOO_MANY_FORMS'
        | 'NO_FORMS'
        | 'CADRE_UNKNOWN'
        | 'CHOICE_NEEDED'
        | 'CHOICE_UNKNOWN'
        | 'CHOICE_WITHOUT_FILE'
        | 'ID_OF_ANOTHER'
        | 'CADRE_TWICE'
        | 'FIELD_EMPTY'
        | 'PART_NOT_SAID';
      message: string;
    }[];
    notices: {
      file: string;
      element: string;
      label: string;
      value: string;
      code:
        | 'FORM_EMPTY'
        | 'FORM_TOO_LARGE'
        | 'FORM_ENCODING_UNKNOWN'
        | 'FORM_ENCODING_BROKEN'
        | 'FORM_HAS_DOCTYPE'
        | 'FORM_XML_BROKEN'
        | 'FORM_TOO_DEEP'
        | 'FORM_TOO_MANY_ELEMENTS'
        | 'FORM_TEXT_TOO_LONG'
        | 'FORM_UNKNOWN'
        | 'FORM_FIELDS_MISSING'
        | 'ELEMENT_TWICE'
        | 'ELEMENT_NOT_TEXT'
        | 'REQUIRED_MISSING'
        | 'SEX_INVALID'
        | 'MONTH_INVALID'
        | 'MONTH_IN_FUTURE'
        | 'DAY_INVALID'
        | 'ID_LENGTH'
        | 'ID_15_DIGITS'
        | 'ID_CHARACTERS'
        | 'ID_BIRTH_INVALID'
        | 'ID_CHECKSUM'
        | 'ID_MASKED'
        | 'PHOTO_NOT_BASE64'
        | 'PHOTO_TOO_LARGE'
        | 'PHOTO_NOT_JPEG'
        | 'ID_SEX_DIFFERS'
        | 'ID_BIRTH_DIFFERS'
        | 'PARTY_UNKNOWN'
        | 'FAMILY_MONTH_UNKNOWN'
        | 'RESUME_LINE_UNKNOWN'
        | 'ELEMENT_UNKNOWN'
        | 'ESCAPES_REPAIRED'
        | 'FILE_NOT_A_FORM'
        | 'FILE_IGNORED'
        | 'FILE_TWICE'
        | 'PICTURE_WITHOUT_FORM'
        | 'ZIP_BROKEN'
        | 'ZIP_ENCRYPTED'
        | 'ZIP_UNSAFE_NAME'
        | 'ZIP_INFLATES_TOO_MUCH'
        | 'TOO_MANY_FORMS'
        | 'NO_FORMS'
        | 'CADRE_UNKNOWN'
        | 'CHOICE_NEEDED'
        | 'CHOICE_UNKNOWN'
        | 'CHOICE_WITHOUT_FILE'
        | 'ID_OF_ANOTHER'
        | 'CADRE_TWICE'
        | 'FIELD_EMPTY'
        | 'PART_NOT_SAID';
      message: string;
    }[];
  };
  FormImportProblem: {
    type: string;
    title: string;
    status: 422;
    code: 'FORMS_HAVE_PROBLEMS';
    detail: string;
    requestId: string;
    dryRun: boolean;
    forms: {
      file: string;
      name: string;
      birth: string;
      matchedBy: 'id-number' | 'name-and-birth' | 'chosen' | null;
      cadre: { code: string; name: string; unit: string | null } | null;
      candidates: { code: string; name: string; unit: string | null; birth: string }[];
      differences: {
        field:
          | 'birth'
          | 'ethnicity'
          | 'politicalStatus'
          | 'workStart'
          | 'partyJoin'
          | 'fullTimeEducation'
          | 'inServiceEducation'
          | 'particulars'
          | 'relatives'
          | 'educations'
          | 'assessments';
        label: string;
        directory: string | null;
        form: string;
      }[];
      updated: (
        | 'birth'
        | 'ethnicity'
        | 'politicalStatus'
        | 'workStart'
        | 'partyJoin'
        | 'fullTimeEducation'
        | 'inServiceEducation'
        | 'particulars'
        | 'relatives'
        | 'educations'
        | 'assessments'
      )[];
      photo: boolean;
      outcome: 'stored' | 'repeated' | 'skipped' | 'refused';
    }[];
    stored: number;
    problems: {
      file: string;
      element: string;
      label: string;
      value: string;
      code:
        | 'FORM_EMPTY'
        | 'FORM_TOO_LARGE'
        | 'FORM_ENCODING_UNKNOWN'
        | 'FORM_ENCODING_BROKEN'
        | 'FORM_HAS_DOCTYPE'
        | 'FORM_XML_BROKEN'
        | 'FORM_TOO_DEEP'
        | 'FORM_TOO_MANY_ELEMENTS'
        | 'FORM_TEXT_TOO_LONG'
        | 'FORM_UNKNOWN'
        | 'FORM_FIELDS_MISSING'
        | 'ELEMENT_TWICE'
        | 'ELEMENT_NOT_TEXT'
        | 'REQUIRED_MISSING'
        | 'SEX_INVALID'
        | 'MONTH_INVALID'
        | 'MONTH_IN_FUTURE'
        | 'DAY_INVALID'
        | 'ID_LENGTH'
        | 'ID_15_DIGITS'
        | 'ID_CHARACTERS'
        | 'ID_BIRTH_INVALID'
        | 'ID_CHECKSUM'
        | 'ID_MASKED'
        | 'PHOTO_NOT_BASE64'
        | 'PHOTO_TOO_LARGE'
        | 'PHOTO_NOT_JPEG'
        | 'ID_SEX_DIFFERS'
        | 'ID_BIRTH_DIFFERS'
        | 'PARTY_UNKNOWN'
        | 'FAMILY_MONTH_UNKNOWN'
        | 'RESUME_LINE_UNKNOWN'
        | 'ELEMENT_UNKNOWN'
        | 'ESCAPES_REPAIRED'
        | 'FILE_NOT_A_FORM'
        | 'FILE_IGNORED'
        | 'FILE_TWICE'
        | 'PICTURE_WITHOUT_FORM'
        | 'ZIP_BROKEN'
        | 'ZIP_ENCRYPTED'
        | 'ZIP_UNSAFE_NAME'
        | 'ZIP_INFLATES_TOO_MUCH'
        | 'TOO_MANY_FORMS'
        | 'NO_FORMS'
        | 'CADRE_UNKNOWN'
        | 'CHOICE_NEEDED'
        | 'CHOICE_UNKNOWN'
        | 'CHOICE_WITHOUT_FILE'
        | 'ID_OF_ANOTHER'
        | 'CADRE_TWICE'
        | 'FIELD_EMPTY'
        | 'PART_NOT_SAID';
      message: string;
    }[];
    notices: {
      file: string;
      element: string;
      label: string;
      value: string;
      code:
        | 'FORM_EMPTY'
        | 'FORM_TOO_LARGE'
        | 'FORM_ENCODING_UNKNOWN'
        | 'FORM_ENCODING_BROKEN'
        | 'FORM_HAS_DOCTYPE'
        | 'FORM_XML_BROKEN'
        | 'FORM_TOO_DEEP'
        | 'FORM_TOO_MANY_ELEMENTS'
        | 'FORM_TEXT_TOO_LONG'
        | 'FORM_UNKNOWN'
        | 'FORM_FIELDS_MISSING'
        | 'ELEMENT_TWICE'
        | 'ELEMENT_NOT_TEXT'
        | 'REQUIRED_MISSING'
        | 'SEX_INVALID'
        | 'MONTH_INVALID'
        | 'MONTH_IN_FUTURE'
        | 'DAY_INVALID'
        | 'ID_LENGTH'
        | 'ID_15_DIGITS'
        | 'ID_CHARACTERS'
        | 'ID_BIRTH_INVALID'
        | 'ID_CHECKSUM'
        | 'ID_MASKED'
        | 'PHOTO_NOT_BASE64'
        | 'PHOTO_TOO_LARGE'
        | 'PHOTO_NOT_JPEG'
        | 'ID_SEX_DIFFERS'
        | 'ID_BIRTH_DIFFERS'
        | 'PARTY_UNKNOWN'
        | 'FAMILY_MONTH_UNKNOWN'
        | 'RESUME_LINE_UNKNOWN'
        | 'ELEMENT_UNKNOWN'
        | 'ESCAPES_REPAIRED'
        | 'FILE_NOT_A_FORM'
        | 'FILE_IGNORED'
        | 'FILE_TWICE'
        | 'PICTURE_WITHOUT_FORM'
        | 'ZIP_BROKEN'
        | 'ZIP_ENCRYPTED'
        | 'ZIP_UNSAFE_NAME'
        | 'ZIP_INFLATES_TOO_MUCH'
        | 'TOO_MANY_FORMS'
        | 'NO_FORMS'
        | 'CADRE_UNKNOWN'
        | 'CHOICE_NEEDED'
        | 'CHOICE_UNKNOWN'
        | 'CHOICE_WITHOUT_FILE'
        | 'ID_OF_ANOTHER'
        | 'CADRE_TWICE'
        | 'FIELD_EMPTY'
        | 'PART_NOT_SAID';
      message: string;
    }[];
  };
  RosterImportResult: {
    dryRun: boolean;
    rows: {
      sheet: string;
      row: number;
      name: string;
      cadre: { code: string; name: string; unit: string | null } | null;
      matchedBy: 'id-number' | 'name-and-birth' | 'chosen' | null;
      candidates: { code: string; name: string; unit: string | null; birth: string }[];
      differences: {
        field:
          | 'birth'
          | 'ethnicity'
          | 'politicalStatus'
          | 'workStart'
          | 'partyJoin'
          | 'fullTimeEducation'
          | 'inServiceEducation'
          | 'nativePlace'
          | 'birthPlace';
        label: string;
        directory: string | null;
        roster: string;
      }[];
    }[];
    changed: number;
    problems: { sheet: string; row: number; column: string; value: string; code: string; message: string }[];
    notices: { sheet: string; row: number; column: string; value: string; code: string; message: string }[];
  };
  Proposal: {
    id: number;
    state: unknown;
    statePath: string;
    label: string;
    version: number;
    done: boolean;
    unit: { code: string; name: string };
    createdBy: { id: number; name: string } | null;
    createdAt: string;
    updatedAt: string;
    title: string;
    flags: string[];
    fields: Record<string, unknown>;
    context: Record<string, unknown>;
    machineRevision: number;
    deadlines: Schemas['Deadline'][];
    actions: Schemas['Action'][];
    gate: Schemas['GateResult'] | null;
    promises: { proposal: number; count: number; byDay: string }[];
  };
  Deadline: {
    name: string;
    label: string;
    startDay: string;
    dueDay: string;
    provisional: boolean;
    status: 'open' | 'closed';
    overdue: boolean;
    armedVersion: number;
    closedVersion: number | null;
    reminders: {
      rung: string;
      kind: 'reminder' | 'escalation';
      roles: string[];
      at: string;
      provisional: boolean;
      firedAt: string | null;
      late: boolean | null;
    }[];
  };
  Action: {
    event: string;
    label: string;
    possible: boolean;
    refusal?: { code: string; params: Record<string, unknown>; sentence: string } | undefined;
    onBehalfOf?: number | undefined;
    needsOpinion: boolean;
    judgedOnArrival: boolean;
    aside: boolean;
    sendsBack: boolean;
  };
  GateResult: {
    verdict: 'clear' | 'flag' | 'block';
    policyVersion: number;
    decisionDate: string;
    teams: {
      team: string;
      teamName: string;
      task: string;
      taskName: string;
      before: { base: number; due: number; actual: number; shortfall: number };
      after: { base: number; due: number; actual: number; shortfall: number };
      delta: number;
      level: string;
      severity: number;
      fillsVacancy: boolean;
      verdict: 'clear' | 'flag' | 'block';
      exempt: boolean;
      warning?:
        | { since: string; level: string; severity: number; delivered: number; planBroken: boolean; tightened: boolean }
        | undefined;
      sentence: string;
    }[];
    headcount: {
      team: string;
      teamName: string;
      tier: 'principal' | 'deputy';
      approved: number;
      current: number;
      removed: number;
      added: number;
      after: number;
      passes: boolean;
      message?: string | undefined;
    }[];
    findings: {
      code: string;
      severity: 'info' | 'flag' | 'block';
      params: Record<string, unknown>;
      sentence: string;
    }[];
  };
  FormOffer: { name: string; title: string; format: 'docx' | 'xlsx'; available: boolean; reason?: string | undefined };
  StoredLetter: {
    id: number;
    documentNo: string;
    content: { title: string; addressee: string };
    hash: string;
    issuedAt: string;
  };
  CommandResult: { id: number; state: unknown; statePath: string; label: string; version: number; done: boolean };
  CaseList: { items: Schemas['CaseSummary'][]; next: number | null; total: number; totalIsCapped: boolean };
  CaseSummary: {
    id: number;
    state: unknown;
    statePath: string;
    label: string;
    version: number;
    done: boolean;
    unit: { code: string; name: string };
    createdBy: { id: number; name: string } | null;
    createdAt: string;
    updatedAt: string;
    title: string;
    flags: string[];
    fields: Record<string, unknown>;
  };
  HistoryEntry: {
    version: number;
    type: string;
    label: string;
    from: string;
    to: string;
    fromLabel: string;
    toLabel: string;
    actor: {
      id: number | null;
      name: string;
      role: string;
      onBehalfOf: { id: number; name: string } | null;
      display: string;
    };
    at: string;
    payload: Record<string, unknown>;
    facts: Record<string, unknown>;
    commandId: string;
    machineRevision: number;
    policyVersion: number;
  };
  ActionWithPayload: {
    event: string;
    label: string;
    possible: boolean;
    refusal?: { code: string; params: Record<string, unknown>; sentence: string } | undefined;
    onBehalfOf?: number | undefined;
    needsOpinion: boolean;
    judgedOnArrival: boolean;
    aside: boolean;
    sendsBack: boolean;
    payload: Record<string, unknown>;
  };
  Rehearsal: {
    from: string;
    until: string;
    items: {
      deadline: string;
      label: string;
      dueDay: string;
      rung: string;
      kind: 'reminder' | 'escalation';
      roles: string[];
      at: string;
      provisional: boolean;
      day: string;
      workingDaysLeft: number;
    }[];
  };
  Comment: { id: number; author: string; body: string; createdAt: string };
  Attachment: {
    id: number;
    name: string;
    mediaType: string;
    size: number;
    sha256: string;
    uploadedBy: string;
    createdAt: string;
  };
  Case: {
    id: number;
    state: unknown;
    statePath: string;
    label: string;
    version: number;
    done: boolean;
    unit: { code: string; name: string };
    createdBy: { id: number; name: string } | null;
    createdAt: string;
    updatedAt: string;
    title: string;
    flags: string[];
    fields: Record<string, unknown>;
    context: Record<string, unknown>;
    machineRevision: number;
    deadlines: Schemas['Deadline'][];
    actions: Schemas['Action'][];
  };
  UnitSuccession: {
    predecessor: { code: string; name: string };
    heir: { code: string; name: string };
    kind: 'merged' | 'split' | 'renamed';
    day: string;
  };
  InboxPage: { items: Schemas['InboxItem'][]; next: string | null; counts: Schemas['InboxCounts'] };
  InboxItem: {
    workflow: string;
    plural: string;
    id: number;
    title: string;
    unit: { code: string; name: string };
    statePath: string;
    label: string;
    version: number;
    updatedAt: string;
    since: string;
    waitedWorkingDays: number;
    steps: { type: string; label: string }[];
    deadline: { name: string; label: string; dueDay: string; workingDaysLeft: number; provisional: boolean } | null;
    flags: string[];
    unread: boolean;
    done: boolean;
  };
  InboxCounts: { todo: number; done: number; mine: number; copied: number; unread: number };
  NoticePage: { items: Schemas['Notice'][]; next: number | null };
  Notice: {
    id: number;
    kind: string;
    workflow: string;
    plural: string | null;
    caseId: number;
    title: string;
    text: string;
    team: string | null;
    unitName: string | null;
    count: number;
    unread: number;
    at: string;
    readAt: string | null;
    late: boolean;
  };
  CopyList: { items: { user: { id: number; name: string }; sentBy: { id: number; name: string }; sentAt: string }[] };
  NotificationPreference: {
    email: { enabled: boolean; address: string | null };
    wecom: { enabled: boolean; account: string | null };
    dingtalk: { enabled: boolean; account: string | null };
    mutedKinds: ('step' | 'reminder' | 'escalation' | 'ended' | 'copy' | 'ageing-out' | 'vacancy')[];
    digestMinutes: number;
  };
  Channel: {
    name: 'email' | 'wecom' | 'dingtalk';
    label: string;
    enabled: boolean;
    settings: Record<string, unknown>;
    hasSecret: boolean;
    pausedUntil: string | null;
    waiting: number;
    failed: number;
    dead: number;
    sent: number;
  };
  Delivery: {
    id: number;
    channel: 'email' | 'wecom' | 'dingtalk';
    user: { id: number; username: string };
    state: string;
    attempts: number;
    createdAt: string;
    nextAttemptAt: string;
    lastError: string | null;
  };
  SavedViews: { items: { name: string; search: string }[] };
  Situation: {
    asOf: string;
    policyVersion: number;
    task: string | null;
    unit: string | null;
    totals: {
      teams: number;
      rows: number;
      met: number;
      due: number;
      actual: number;
      shortfall: number;
      vacancies: number;
      fillable: number;
      levels: { A: number; B: number; C: number };
    };
    levels: { level: 'A' | 'B' | 'C'; label: string; severity: number; rows: number }[];
    headline: { shareToReach: { num: number; den: number }; areas: number; areasReached: number; tasks: string[] };
    areas: {
      code: string | null;
      name: string;
      teams: number;
      rows: number;
      met: number;
      due: number;
      actual: number;
      shortfall: number;
      vacancies: number;
      fillable: number;
      levels: { A: number; B: number; C: number };
      headline: { teams: number; met: number; share: { num: number; den: number }; reached: boolean } | null;
    }[];
    departments: {
      unit: string;
      unitName: string;
      area: string | null;
      level: 'A' | 'B' | 'C';
      severity: number;
      teams: number;
      rows: number;
      met: number;
      due: number;
      actual: number;
      shortfall: number;
      vacancies: number;
      fillable: number;
      levels: { A: number; B: number; C: number };
    }[];
    departmentsTotal: number;
    ageingOut: { month: string; people: number; byAge: number; byTerm: number; rowsFallingShort: number }[];
  };
  SituationTrend: {
    asOf: string;
    task: string | null;
    unit: string | null;
    quarters: {
      quarter: string;
      day: string;
      source: 'frozen' | 'recomputed';
      round: number | null;
      rows: number;
      met: number;
      due: number;
      actual: number;
      shortfall: number;
      levels: { A: number; B: number; C: number };
    }[];
  };
  SituationLeavers: {
    items: {
      cadre: string;
      name: string;
      month: string;
      reason: 'age' | 'term';
      task: string;
      taskName: string;
      team: string;
      teamName: string;
      unit: string;
      unitName: string;
    }[];
    total: number;
    limit: number;
    offset: number;
    asOf: string;
  };
  PolicyPreviewRequest: {
    policy: {
      age: { yearsAdded: { below: number; around: number; strict: number } };
      counting: { onlyOccupyingHeadcount: boolean; includeProbation: boolean; includeSecondment: boolean };
      levels: {
        strategy: 'completionRatio' | 'persistence' | 'unmetIndicatorCount';
        persistenceForDueOne: boolean;
        letters: {
          A: { severity: 1 | 2 | 3; label: string };
          B: { severity: 1 | 2 | 3; label: string };
          C: { severity: 1 | 2 | 3; label: string };
        };
        completion: { worstBelow: { num: number; den: number }; middleBelow: { num: number; den: number } };
        persistence: { worstFromQuarters: number };
        indicatorCount: { worstFrom: number; middleFrom: number };
      };
      unmetQuartersLookBack: number;
      gate: {
        table: {
          '1': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
          '2': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
          '3': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
        };
        whileWarned: {
          keepsSeverity: boolean;
          afterReminders: number;
          atLeast: {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
        };
      };
      headlineShare: { num: number; den: number };
      ageingOutHorizonMonths: number;
      commitmentWindowDays: number;
      override: { minReasonLength: number };
      notice: {
        workingDays: number;
        countStartDay: boolean;
        receiving: { office: string; telephone: string; address: string; postcode: string };
      };
      filing: { dueCalendarDays: number; preReviewWorkingDays: number };
      answer: {
        reviewStartWorkingDays: number;
        suggestionReplyWorkingDays: number;
        explanationWorkingDays: number;
        filingReviewWorkingDays: number;
        supplementWorkingDays: number;
        correctionWorkingDays: number;
      };
      quorum: { presentShare: { num: number; den: number }; passShareOfEntitled: { num: number; den: number } };
      meeting: { required: boolean };
      recommendationValidMonths: number;
      probationMonths: number;
      reminders: {
        hours: { from: number; until: number };
        ladders: Record<
          string,
          {
            workingDays: number;
            kind: 'reminder' | 'escalation';
            roles: ('clerk' | 'leader' | 'reviewer' | 'chief' | 'deputy' | 'head' | 'discipline' | 'establishment')[];
          }[]
        >;
      };
      warning: {
        fromSeverity: 1 | 2 | 3;
        opensBetweenRounds: boolean;
        receiptWorkingDays: number;
        firstBetweenRounds: boolean;
        firstIssueWorkingDays: number;
        secondAfterDays: number;
        secondOnProposal: boolean;
        secondIssueWorkingDays: number;
        planWorkingDays: number;
        planReviewWorkingDays: number;
        circularSignWorkingDays: number;
      };
      teamNotices: { ageingOutMonths: number[]; vacancies: boolean; vacancyWithinDays: number };
      committeeReportMonths: number;
      eligibility: {
        base: {
          workMonths: number;
          grassrootsMonths: number;
          lowerPosts: number;
          deputyMonths: number;
          lowerPrincipalMonths: number;
          education: 'below-college' | 'college' | 'bachelor' | 'postgraduate';
          trainingMakeUpMonths: number;
          partyStandingMonths: number;
          sectionPrincipalMonths: number;
          sectionDeputyMonths: number;
          afterPromotionMonths: number;
          waivedByExceptional?:
            | (
                | 'E01'
                | 'E02'
                | 'E03'
                | 'E04'
                | 'E05'
                | 'E06'
                | 'E07'
                | 'E08'
                | 'E09'
                | 'E10'
                | 'E11'
                | 'E12'
                | 'E12L'
                | 'E13'
                | 'E14'
                | 'E15'
                | 'E16'
              )[]
            | undefined;
          effectMonths: {
            'reminder-talk': number;
            'letter-of-inquiry': number;
            admonition: number;
            'post-adjustment': number;
            'ordered-resignation': number;
            dismissal: number;
            demotion: number;
            suspension?: number | undefined;
            'admin-warning': number;
            'admin-demerit': number;
            'admin-serious-demerit': number;
            'admin-downgrade': number;
            'admin-removal': number;
            'party-warning': number;
            'party-serious-warning': number;
            'party-post-removal'?: number | undefined;
            'party-probation'?: number | undefined;
          };
          noHigherPostMonths?: Record<string, number> | undefined;
          ageLimitYears: Record<string, number | null>;
        };
        byUnitKind: Record<
          string,
          {
            workMonths?: number | undefined;
            grassrootsMonths?: number | undefined;
            lowerPosts?: number | undefined;
            deputyMonths?: number | undefined;
            lowerPrincipalMonths?: number | undefined;
            education?: 'below-college' | 'college' | 'bachelor' | 'postgraduate' | undefined;
            trainingMakeUpMonths?: number | undefined;
            partyStandingMonths?: number | undefined;
            sectionPrincipalMonths?: number | undefined;
            sectionDeputyMonths?: number | undefined;
            afterPromotionMonths?: number | undefined;
            waivedByExceptional?:
              | (
                  | 'E01'
                  | 'E02'
                  | 'E03'
                  | 'E04'
                  | 'E05'
                  | 'E06'
                  | 'E07'
                  | 'E08'
                  | 'E09'
                  | 'E10'
                  | 'E11'
                  | 'E12'
                  | 'E12L'
                  | 'E13'
                  | 'E14'
                  | 'E15'
                  | 'E16'
                )[]
              | undefined;
            effectMonths?:
              | {
                  'reminder-talk': number;
                  'letter-of-inquiry': number;
                  admonition: number;
                  'post-adjustment': number;
                  'ordered-resignation': number;
                  dismissal: number;
                  demotion: number;
                  suspension?: number | undefined;
                  'admin-warning': number;
                  'admin-demerit': number;
                  'admin-serious-demerit': number;
                  'admin-downgrade': number;
                  'admin-removal': number;
                  'party-warning': number;
                  'party-serious-warning': number;
                  'party-post-removal'?: number | undefined;
                  'party-probation'?: number | undefined;
                }
              | undefined;
            noHigherPostMonths?: Record<string, number> | undefined;
            ageLimitYears?: Record<string, number | null> | undefined;
          }
        >;
      };
      authority: Record<string, ('chu-principal' | 'chu-deputy' | 'ke-principal' | 'ke-deputy')[]>;
      procedure: {
        eligibilityBinds: boolean;
        fourChecks: boolean;
        disqualifications: boolean;
        priorReport: {
          required: boolean;
          bulkAdjustmentCount: number;
          bulkAdjustmentWindowCount: number;
          bulkAdjustmentWindowMonths: number;
          principalTenureMonths: number;
          replyWorkingDays: number;
        };
        integrityOpinion: { replyWorkingDays: number; validMonths: number; paperAllowed: boolean };
        headcountReviewBy: 'section' | 'establishment' | 'either';
      };
    };
    asOf?: string | undefined;
  };
  PolicyPreview: {
    asOf: string;
    basedOn: number;
    before: { rows: number; met: number; due: number; actual: number; shortfall: number };
    after: { rows: number; met: number; due: number; actual: number; shortfall: number };
    areasReached: { before: number; after: number; areas: number };
    levels: { severity: number; before: number; after: number }[];
    moves: { from: 'A' | 'B' | 'C'; to: 'A' | 'B' | 'C'; rows: number }[];
    changed: number;
    items: {
      team: string;
      teamName: string;
      unitName: string;
      taskName: string;
      before: { level: 'A' | 'B' | 'C'; severity: number; due: number; actual: number; shortfall: number };
      after: { level: 'A' | 'B' | 'C'; severity: number; due: number; actual: number; shortfall: number };
    }[];
  };
  HalfYearReport: {
    half: string;
    from: string;
    until: string;
    ledger: { round: number; quarter: string; referenceDay: string; revision: number; hash: string } | null;
    before: { round: number; quarter: string; referenceDay: string; revision: number; hash: string } | null;
    circulars: number;
    totals: {
      now: { teams: number; met: number; due: number; actual: number; shortfall: number } | null;
      before: { teams: number; met: number; due: number; actual: number; shortfall: number } | null;
      deeds: {
        appointed: number;
        warningsOpened: number;
        warningsRaised: number;
        warningsResolved: number;
        warningsOpen: number;
        remindersIssued: number;
        remindersReceived: number;
        circularRows: number;
        filed: number;
        filedLate: number;
      };
    };
    units: {
      now: { teams: number; met: number; due: number; actual: number; shortfall: number } | null;
      before: { teams: number; met: number; due: number; actual: number; shortfall: number } | null;
      unit: string;
      unitName: string;
      deeds: {
        appointed: number;
        warningsOpened: number;
        warningsRaised: number;
        warningsResolved: number;
        warningsOpen: number;
        remindersIssued: number;
        remindersReceived: number;
        circularRows: number;
        filed: number;
        filedLate: number;
      };
    }[];
    overrides: { proposal: number; unitName: string; teamNames: string[]; reason: string; approvedOn: string }[];
  };
  CommitteeReportDue: { lastReportedOn: string | null; dueDay: string | null; overdueDays: number };
  Meeting: {
    id: number;
    state: unknown;
    statePath: string;
    label: string;
    version: number;
    done: boolean;
    unit: { code: string; name: string };
    createdBy: { id: number; name: string } | null;
    createdAt: string;
    updatedAt: string;
    title: string;
    flags: string[];
    fields: Record<string, unknown>;
    context: Record<string, unknown>;
    machineRevision: number;
    deadlines: Schemas['Deadline'][];
    actions: Schemas['Action'][];
    quorum: {
      presentShare: { num: number; den: number };
      passShareOfEntitled: { num: number; den: number };
      needed: number;
    };
  };
  Problem: {
    type: string;
    title: string;
    status: number;
    code: string;
    detail: string;
    params: Record<string, unknown>;
    requestId: string;
    errors?: { path: string; message: string }[] | undefined;
  };
}

export interface Answers {
  'GET audit': {
    items: {
      id: number;
      at: string;
      actorId: number | null;
      role: string | null;
      unitPath: string | null;
      onBehalfOf: number | null;
      address: string | null;
      terminal: string | null;
      event: string;
      objectType: string;
      objectId: string | null;
      action: string;
      result: string;
      purpose: string | null;
      before: string | null;
      after: string | null;
      requestId: string | null;
      seq: number | null;
      previousHash: string | null;
      hash: string | null;
    }[];
    next: string | null;
  };
  'GET cadres': Schemas['CadrePage'];
  'GET cadres/{code}': Schemas['Cadre'];
  'GET cadres/{code}/dossier': Schemas['Dossier'];
  'GET cadres/{code}/eligibility': Schemas['Eligibility'];
  'GET calendar': Schemas['CalendarYear'];
  'GET calendar/working-days': { from: string; days: number; countStart: boolean; day: string };
  'GET channels': { items: Schemas['Channel'][] };
  'GET circular_units': Schemas['CaseList'];
  'GET circular_units/{id}': Schemas['Case'];
  'GET circular_units/{id}/actions': Schemas['ActionWithPayload'][];
  'GET circular_units/{id}/attachments': Schemas['Attachment'][];
  'GET circular_units/{id}/comments': Schemas['Comment'][];
  'GET circular_units/{id}/deadlines': Schemas['Deadline'][];
  'GET circular_units/{id}/history': Schemas['HistoryEntry'][];
  'GET circular_units/{id}/letter': Schemas['StoredLetter'];
  'GET circular_units/{id}/rehearsal': Schemas['Rehearsal'];
  'GET circulars': Schemas['CaseList'];
  'GET circulars/{id}': Schemas['Case'];
  'GET circulars/{id}/actions': Schemas['ActionWithPayload'][];
  'GET circulars/{id}/attachments': Schemas['Attachment'][];
  'GET circulars/{id}/comments': Schemas['Comment'][];
  'GET circulars/{id}/deadlines': Schemas['Deadline'][];
  'GET circulars/{id}/history': Schemas['HistoryEntry'][];
  'GET circulars/{id}/letter': {
    documentNo: string | null;
    content: { title: string; addressee: string };
    hash: string;
  };
  'GET circulars/{id}/rehearsal': Schemas['Rehearsal'];
  'GET circulars/{id}/units': {
    id: number;
    unit: { code: string; name: string };
    statePath: string;
    sentOn: string | null;
    receivedOn: string | null;
  }[];
  'GET colleagues': Schemas['ColleagueList'];
  'GET delegations': Schemas['DelegationList'];
  'GET deliveries': { items: Schemas['Delivery'][]; next: number | null };
  'GET filings': Schemas['CaseList'];
  'GET filings/{id}': Schemas['Case'];
  'GET filings/{id}/actions': Schemas['ActionWithPayload'][];
  'GET filings/{id}/attachments': Schemas['Attachment'][];
  'GET filings/{id}/comments': Schemas['Comment'][];
  'GET filings/{id}/deadlines': Schemas['Deadline'][];
  'GET filings/{id}/forms': Schemas['FormOffer'][];
  'GET filings/{id}/history': Schemas['HistoryEntry'][];
  'GET filings/{id}/rehearsal': Schemas['Rehearsal'];
  'GET grantable-units': Schemas['GrantableUnitList'];
  'GET headcount_reviews': Schemas['CaseList'];
  'GET headcount_reviews/{id}': Schemas['Case'];
  'GET headcount_reviews/{id}/actions': Schemas['ActionWithPayload'][];
  'GET headcount_reviews/{id}/forms': Schemas['FormOffer'][];
  'GET headcount_reviews/{id}/history': Schemas['HistoryEntry'][];
  'GET inbox': Schemas['InboxPage'];
  'GET inbox/counts': Schemas['InboxCounts'];
  'GET installation-notices': Schemas['NoticePage'];
  'GET integrity_opinions': Schemas['CaseList'];
  'GET integrity_opinions/{id}': Schemas['Case'];
  'GET integrity_opinions/{id}/actions': Schemas['ActionWithPayload'][];
  'GET integrity_opinions/{id}/attachments': Schemas['Attachment'][];
  'GET integrity_opinions/{id}/comments': Schemas['Comment'][];
  'GET integrity_opinions/{id}/deadlines': Schemas['Deadline'][];
  'GET integrity_opinions/{id}/history': Schemas['HistoryEntry'][];
  'GET integrity_opinions/{id}/rehearsal': Schemas['Rehearsal'];
  'GET meetings': Schemas['CaseList'];
  'GET meetings/arrangeable': {
    proposals: {
      proposal: number;
      title: string;
      inspectedUntil: string | null;
      matters: { item: number; cadre: string; name: string; change: string }[];
    }[];
    members: { cadre: string; name: string; post: string; team: string }[];
  };
  'GET meetings/of-proposal/{proposal}': {
    meeting: number;
    day: string;
    body: string;
    statePath: string;
    label: string;
    open: boolean;
    dropped: string | null;
    decision: string | null;
    outcome: string | null;
  }[];
  'GET meetings/{id}': Schemas['Meeting'];
  'GET meetings/{id}/actions': Schemas['ActionWithPayload'][];
  'GET meetings/{id}/attachments': Schemas['Attachment'][];
  'GET meetings/{id}/comments': Schemas['Comment'][];
  'GET meetings/{id}/deadlines': Schemas['Deadline'][];
  'GET meetings/{id}/forms': Schemas['FormOffer'][];
  'GET meetings/{id}/history': Schemas['HistoryEntry'][];
  'GET meetings/{id}/rehearsal': Schemas['Rehearsal'];
  'GET notices': Schemas['NoticePage'];
  'GET notification-preferences': Schemas['NotificationPreference'];
  'GET operations': {
    queues: {
      name: string;
      waiting: number | null;
      active: number | null;
      delayed: number | null;
      failed: number | null;
    }[];
    workers: { id: string; startedAt: string; lastSweepAt: string | null; stuck: boolean }[];
    reminders: { oldestDueSeconds: number; waiting: number };
    outbox: { waiting: number; oldestSeconds: number; dead: number };
    calendar: { coverageUntil: string; daysLeft: number };
  };
  'GET policies': Schemas['PolicyVersion'][];
  'GET policies/settings': Schemas['PolicySetting'][];
  'GET policies/{version}': Schemas['PolicyDocument'];
  'GET printing': Schemas['Printing'];
  'GET prior_reports': Schemas['CaseList'];
  'GET prior_reports/{id}': Schemas['Case'];
  'GET prior_reports/{id}/actions': Schemas['ActionWithPayload'][];
  'GET prior_reports/{id}/attachments': Schemas['Attachment'][];
  'GET prior_reports/{id}/comments': Schemas['Comment'][];
  'GET prior_reports/{id}/deadlines': Schemas['Deadline'][];
  'GET prior_reports/{id}/history': Schemas['HistoryEntry'][];
  'GET prior_reports/{id}/rehearsal': Schemas['Rehearsal'];
  'GET proposals': Schemas['CaseList'];
  'GET proposals/{id}': Schemas['Proposal'];
  'GET proposals/{id}/actions': Schemas['ActionWithPayload'][];
  'GET proposals/{id}/attachments': Schemas['Attachment'][];
  'GET proposals/{id}/comments': Schemas['Comment'][];
  'GET proposals/{id}/deadlines': Schemas['Deadline'][];
  'GET proposals/{id}/forms': Schemas['FormOffer'][];
  'GET proposals/{id}/history': Schemas['HistoryEntry'][];
  'GET proposals/{id}/rehearsal': Schemas['Rehearsal'];
  'GET proposals/{id}/suggestion-letter': Schemas['StoredLetter'];
  'GET proposals/{id}/suggestions': Schemas['GateSuggestion'][];
  'GET reports/half-year': Schemas['HalfYearReport'];
  'GET reports/half-year/due': Schemas['CommitteeReportDue'];
  'GET reports/situation': Schemas['Situation'];
  'GET reports/situation/leavers': Schemas['SituationLeavers'];
  'GET reports/situation/trend': Schemas['SituationTrend'];
  'GET sample/clock': { now: string; today: string };
  'GET saved-views': Schemas['SavedViews'];
  'GET session': Schemas['Session'];
  'GET session/second-factors': Schemas['SecondFactors'];
  'GET sessions': Schemas['OpenSessionList'];
  'GET staffing': Schemas['StaffingLedger'];
  'GET staffing/headline': Schemas['StaffingHeadline'];
  'GET stocktake_units': Schemas['CaseList'];
  'GET stocktake_units/{id}': Schemas['Case'];
  'GET stocktake_units/{id}/actions': Schemas['ActionWithPayload'][];
  'GET stocktake_units/{id}/attachments': Schemas['Attachment'][];
  'GET stocktake_units/{id}/comments': Schemas['Comment'][];
  'GET stocktake_units/{id}/deadlines': Schemas['Deadline'][];
  'GET stocktake_units/{id}/history': Schemas['HistoryEntry'][];
  'GET stocktake_units/{id}/letter': {
    content: { title: string; addressee: string };
    hash: string;
    documentNo: string | null;
    issuedAt: string;
    snapshot: { revision: number; hash: string; referenceDay: string };
  };
  'GET stocktake_units/{id}/rehearsal': Schemas['Rehearsal'];
  'GET stocktakes': Schemas['CaseList'];
  'GET stocktakes/{id}': Schemas['Case'];
  'GET stocktakes/{id}/actions': Schemas['ActionWithPayload'][];
  'GET stocktakes/{id}/attachments': Schemas['Attachment'][];
  'GET stocktakes/{id}/comments': Schemas['Comment'][];
  'GET stocktakes/{id}/comparison': {
    quarter: string;
    previousQuarter: string;
    previousRound: number | null;
    tasks: {
      task: string;
      taskName: string;
      before: {
        teams: number;
        met: number;
        due: number;
        actual: number;
        shortfall: number;
        persons: number;
        sentence: string;
      };
      now: {
        teams: number;
        met: number;
        due: number;
        actual: number;
        shortfall: number;
        persons: number;
        sentence: string;
      };
    }[];
    units: {
      unit: string;
      unitName: string;
      before: {
        teams: number;
        met: number;
        due: number;
        actual: number;
        shortfall: number;
        persons: number;
        sentence: string;
      };
      now: {
        teams: number;
        met: number;
        due: number;
        actual: number;
        shortfall: number;
        persons: number;
        sentence: string;
      };
    }[];
    teams: {
      team: string;
      teamName: string;
      unit: string;
      task: string;
      before: { due: number; actual: number; shortfall: number; level: string; severity: number } | null;
      now: { due: number; actual: number; shortfall: number; level: string; severity: number } | null;
      change: 'new' | 'gone' | 'better' | 'worse' | 'same';
    }[];
  };
  'GET stocktakes/{id}/deadlines': Schemas['Deadline'][];
  'GET stocktakes/{id}/history': Schemas['HistoryEntry'][];
  'GET stocktakes/{id}/rehearsal': {
    from: string;
    until: string;
    items: {
      deadline: string;
      label: string;
      dueDay: string;
      rung: string;
      kind: 'reminder' | 'escalation';
      roles: string[];
      at: string;
      provisional: boolean;
      day: string;
      workingDaysLeft: number;
      case: { workflow: string; id: number; unit: { code: string; name: string } };
    }[];
    levels: {
      day: string;
      team: string;
      teamName: string;
      unit: string;
      unitName: string;
      task: string;
      taskName: string;
      before: { level: 'A' | 'B' | 'C'; severity: 1 | 2 | 3; due: number; actual: number; shortfall: number };
      after: { level: 'A' | 'B' | 'C'; severity: 1 | 2 | 3; due: number; actual: number; shortfall: number };
    }[];
    warnings: {
      level: 'A' | 'B' | 'C';
      severity: 1 | 2 | 3;
      due: number;
      actual: number;
      shortfall: number;
      team: string;
      teamName: string;
      unit: string;
      unitName: string;
      task: string;
      taskName: string;
      warning: number | null;
      steps: {
        step:
          | 'opened'
          | 'firstReminder'
          | 'firstReceipt'
          | 'secondReminder'
          | 'secondIssue'
          | 'secondReceipt'
          | 'plan'
          | 'circular';
        day: string;
        provisional: boolean;
      }[];
    }[];
  };
  'GET stocktakes/{id}/snapshot': {
    round: number;
    quarter: string;
    referenceDay: string;
    policyVersion: number;
    revision: number;
    hash: string;
    revisions: { revision: number; reason: string | null; hash: string; rows: number; takenAt: string }[];
    items: { team: string; task: string; hash: string }[];
    total: number;
    limit: number;
    offset: number;
    totals: {
      teams: number;
      met: number;
      due: number;
      actual: number;
      shortfall: number;
      persons: number;
      sentence: string;
      task: string;
      taskName: string;
    }[];
  };
  'GET stocktakes/{id}/units': {
    id: number;
    unit: { code: string; name: string };
    statePath: string;
    answer: string;
    chased: number;
    documentNo: string | null;
    issuedOn: string | null;
    receivedOn: string | null;
  }[];
  'GET tasks': Schemas['StaffingTaskList'];
  'GET teams': Schemas['TeamPage'];
  'GET teams/{code}': Schemas['Team'];
  'GET unit-successions': Schemas['UnitSuccession'][];
  'GET units': Schemas['UnitPage'];
  'GET units/{code}': Schemas['Unit'];
  'GET users': Schemas['UserList'];
  'GET users/{id}': Schemas['User'];
  'GET users/{userId}/sessions': Schemas['OpenSessionList'];
  'GET warnings': Schemas['CaseList'];
  'GET warnings/{id}': Schemas['Case'];
  'GET warnings/{id}/actions': Schemas['ActionWithPayload'][];
  'GET warnings/{id}/attachments': Schemas['Attachment'][];
  'GET warnings/{id}/comments': Schemas['Comment'][];
  'GET warnings/{id}/deadlines': Schemas['Deadline'][];
  'GET warnings/{id}/history': Schemas['HistoryEntry'][];
  'GET warnings/{id}/letter': Schemas['StoredLetter'];
  'GET warnings/{id}/rehearsal': Schemas['Rehearsal'];
  'GET workflows': { items: Schemas['Workflow'][] };
  'GET workflows/{name}/revisions/{revision}': Schemas['Workflow'];
  'GET {plural}/{id}/copies': Schemas['CopyList'];
  'POST audit/verify': {
    seals: number;
    records: number;
    anchors: number;
    faults: number;
    first: { kind: string; seq: number | null; recordId: number | null; at: string | null; sentence: string }[];
  };
  'POST cadres/{code}/id-number/reveal': Schemas['RevealedIdNumber'];
  'POST channels/{name}/test': { sent: true };
  'POST circular_units/{id}/attachments': Schemas['Attachment'];
  'POST circular_units/{id}/comments': Schemas['Comment'];
  'POST circular_units/{id}/events': Schemas['CommandResult'];
  'POST circulars': Schemas['CommandResult'];
  'POST circulars/{id}/attachments': Schemas['Attachment'];
  'POST circulars/{id}/comments': Schemas['Comment'];
  'POST circulars/{id}/events': Schemas['CommandResult'];
  'POST delegations': Schemas['Delegation'];
  'POST deliveries/{id}/retry': Schemas['Delivery'];
  'POST download-grants': Schemas['DownloadGrant'];
  'POST filings/{id}/attachments': Schemas['Attachment'];
  'POST filings/{id}/comments': Schemas['Comment'];
  'POST filings/{id}/events': Schemas['CommandResult'];
  'POST forms/imports': Schemas['FormImportResult'];
  'POST forms/roster-imports': Schemas['RosterImportResult'];
  'POST gate/preview': Schemas['GatePreview'];
  'POST headcount_reviews/{id}/events': Schemas['CommandResult'];
  'POST imports': {
    dryRun: boolean;
    accepted: {
      units: number;
      teams: number;
      posts: number;
      cadres: number;
      appointments: number;
      tasks: number;
      profiles?: number | undefined;
      particulars?: number | undefined;
      educations?: number | undefined;
      relatives?: number | undefined;
      rewards?: number | undefined;
      measures?: number | undefined;
      assessments?: number | undefined;
      ranks?: number | undefined;
      trainings?: number | undefined;
      archiveReviews?: number | undefined;
    };
    changed: {
      units: { inserted: number; updated: number };
      teams: { inserted: number; updated: number };
      posts: { inserted: number; updated: number };
      cadres: { inserted: number; updated: number };
      appointments: { inserted: number; updated: number };
      tasks: { inserted: number; updated: number };
      profiles?: { inserted: number; updated: number } | undefined;
      particulars?: { inserted: number; updated: number } | undefined;
      educations?: { inserted: number; updated: number } | undefined;
      relatives?: { inserted: number; updated: number } | undefined;
      rewards?: { inserted: number; updated: number } | undefined;
      measures?: { inserted: number; updated: number } | undefined;
      assessments?: { inserted: number; updated: number } | undefined;
      ranks?: { inserted: number; updated: number } | undefined;
      trainings?: { inserted: number; updated: number } | undefined;
      archiveReviews?: { inserted: number; updated: number } | undefined;
    };
    problems: {
      sheet: string;
      row: number;
      column: string;
      value: string;
      code:
        | 'NO_KNOWN_SHEET'
        | 'SHEET_TWICE'
        | 'SHEET_UNKNOWN'
        | 'COLUMN_UNKNOWN'
        | 'COLUMN_TWICE'
        | 'COLUMN_MISSING'
        | 'REQUIRED_MISSING'
        | 'CELL_ERROR'
        | 'CODE_INVALID'
        | 'TEXT_TOO_LONG'
        | 'LABEL_UNKNOWN'
        | 'INTEGER_INVALID'
        | 'MONTH_INVALID'
        | 'MONTH_AMBIGUOUS'
        | 'MONTH_IN_FUTURE'
        | 'DAY_INVALID'
        | 'SHARE_INVALID'
        | 'QUANTITY_INVALID'
        | 'ID_LENGTH'
        | 'ID_15_DIGITS'
        | 'ID_CHARACTERS'
        | 'ID_AS_NUMBER'
        | 'ID_BIRTH_INVALID'
        | 'ID_CHECKSUM'
        | 'TO_BEFORE_FROM'
        | 'NESTED_INCOMPLETE'
        | 'CODE_TWICE'
        | 'APPOINTMENT_TWICE'
        | 'ROW_TWICE'
        | 'END_BEFORE_START'
        | 'REFERENCE_UNKNOWN'
        | 'TARGET_UNKNOWN'
        | 'UNIT_CYCLE'
        | 'ID_TWICE'
        | 'ID_TAKEN'
        | 'ID_MASK_MISMATCH'
        | 'APPOINTMENT_OVERLAP'
        | 'OUT_OF_SCOPE'
        | 'ID_SEX_DIFFERS'
        | 'ID_BIRTH_DIFFERS';
      message: string;
    }[];
    problemsTotal: number;
    notices: {
      sheet: string;
      row: number;
      column: string;
      value: string;
      code:
        | 'NO_KNOWN_SHEET'
        | 'SHEET_TWICE'
        | 'SHEET_UNKNOWN'
        | 'COLUMN_UNKNOWN'
        | 'COLUMN_TWICE'
        | 'COLUMN_MISSING'
        | 'REQUIRED_MISSING'
        | 'CELL_ERROR'
        | 'CODE_INVALID'
        | 'TEXT_TOO_LONG'
        | 'LABEL_UNKNOWN'
        | 'INTEGER_INVALID'
        | 'MONTH_INVALID'
        | 'MONTH_AMBIGUOUS'
        | 'MONTH_IN_FUTURE'
        | 'DAY_INVALID'
        | 'SHARE_INVALID'
        | 'QUANTITY_INVALID'
        | 'ID_LENGTH'
        | 'ID_15_DIGITS'
        | 'ID_CHARACTERS'
        | 'ID_AS_NUMBER'
        | 'ID_BIRTH_INVALID'
        | 'ID_CHECKSUM'
        | 'TO_BEFORE_FROM'
        | 'NESTED_INCOMPLETE'
        | 'CODE_TWICE'
        | 'APPOINTMENT_TWICE'
        | 'ROW_TWICE'
        | 'END_BEFORE_START'
        | 'REFERENCE_UNKNOWN'
        | 'TARGET_UNKNOWN'
        | 'UNIT_CYCLE'
        | 'ID_TWICE'
        | 'ID_TAKEN'
        | 'ID_MASK_MISMATCH'
        | 'APPOINTMENT_OVERLAP'
        | 'OUT_OF_SCOPE'
        | 'ID_SEX_DIFFERS'
        | 'ID_BIRTH_DIFFERS';
      message: string;
    }[];
    noticesTotal: number;
  };
  'POST installation-notices/read': { read: number };
  'POST integrity_opinions': Schemas['CommandResult'];
  'POST integrity_opinions/{id}/attachments': Schemas['Attachment'];
  'POST integrity_opinions/{id}/comments': Schemas['Comment'];
  'POST integrity_opinions/{id}/events': Schemas['CommandResult'];
  'POST item-lists': { rows: string[][]; more: boolean };
  'POST meetings': Schemas['CommandResult'];
  'POST meetings/{id}/attachments': Schemas['Attachment'];
  'POST meetings/{id}/comments': Schemas['Comment'];
  'POST meetings/{id}/events': Schemas['CommandResult'];
  'POST notices/read': { read: number };
  'POST policies': Schemas['PolicyDocument'];
  'POST policies/preview': Schemas['PolicyPreview'];
  'POST prior_reports': Schemas['CommandResult'];
  'POST prior_reports/{id}/attachments': Schemas['Attachment'];
  'POST prior_reports/{id}/comments': Schemas['Comment'];
  'POST prior_reports/{id}/events': Schemas['CommandResult'];
  'POST proposals': Schemas['CommandResult'];
  'POST proposals/{id}/attachments': Schemas['Attachment'];
  'POST proposals/{id}/comments': Schemas['Comment'];
  'POST proposals/{id}/events': Schemas['CommandResult'];
  'POST reports/half-year/reported': Schemas['CommitteeReportDue'];
  'POST sample/clock': { now: string; today: string };
  'POST session': Schemas['Session'];
  'POST session/gateway': Schemas['Session'];
  'POST session/second-factor': Schemas['Session'];
  'POST session/second-factor/passkey': Schemas['Session'];
  'POST session/second-factor/passkey/options': Schemas['PasskeyOptions'];
  'POST session/second-factors/passkeys': Schemas['SecondFactors'];
  'POST session/second-factors/passkeys/options': Schemas['PasskeyOptions'];
  'POST session/second-factors/totp': Schemas['NewTotp'];
  'POST session/second-factors/totp/confirm': Schemas['RecoveryCodes'];
  'POST stocktake_units/{id}/attachments': Schemas['Attachment'];
  'POST stocktake_units/{id}/check-sheet': { statePath: string; wrong: number };
  'POST stocktake_units/{id}/comments': Schemas['Comment'];
  'POST stocktake_units/{id}/events': Schemas['CommandResult'];
  'POST stocktakes': Schemas['CommandResult'];
  'POST stocktakes/{id}/attachments': Schemas['Attachment'];
  'POST stocktakes/{id}/comments': Schemas['Comment'];
  'POST stocktakes/{id}/events': Schemas['CommandResult'];
  'POST users': Schemas['User'];
  'POST users/{id}/grants': Schemas['User'];
  'POST warnings/{id}/attachments': Schemas['Attachment'];
  'POST warnings/{id}/comments': Schemas['Comment'];
  'POST warnings/{id}/events': Schemas['CommandResult'];
  'POST {plural}/{id}/copies': Schemas['CopyList'];
  'PUT cadres/{code}/dossier': Schemas['Dossier'];
  'PUT calendar/{year}': Schemas['LoadedCalendarYear'];
  'PUT channels/dingtalk': Schemas['Channel'];
  'PUT channels/email': Schemas['Channel'];
  'PUT channels/wecom': Schemas['Channel'];
  'PUT notification-preferences': Schemas['NotificationPreference'];
  'PUT saved-views': Schemas['SavedViews'];
  'PUT unit-successions/{predecessor}': Schemas['UnitSuccession'][];
}

export interface Bodies {
  'POST cadres/{code}/id-number/reveal': Schemas['IdNumberRequest'];
  'POST channels/{name}/test': { to: string };
  'POST circular_units/{id}/comments': { body: string; commandId?: string | undefined };
  'POST circular_units/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST circulars': { round: number; unit: string; commandId?: string | undefined };
  'POST circulars/{id}/comments': { body: string; commandId?: string | undefined };
  'POST circulars/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST delegations': Schemas['NewDelegation'];
  'POST download-grants': Schemas['DownloadGrantRequest'];
  'POST filings/{id}/comments': { body: string; commandId?: string | undefined };
  'POST filings/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST gate/preview': {
    unit: string;
    decisionDate?: string | undefined;
    items: {
      cadre: string;
      appointTo?: string | null | undefined;
      removeFrom?: string | null | undefined;
      kind:
        | 'appoint'
        | 'transfer'
        | 'promote'
        | 'remove'
        | 'retire'
        | 'resign'
        | 'death'
        | 'sanction'
        | 'superior-decision'
        | 'body-abolished'
        | 'term-renewal'
        | 'congress-appointment'
        | 'military-placement';
      mode?: 'regular' | 'probation' | 'secondment' | 'concurrent' | undefined;
      occupiesHeadcount?: boolean | undefined;
      note?: string | undefined;
    }[];
  };
  'POST headcount_reviews/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST installation-notices/read': { ids: number[] } | { all: true };
  'POST integrity_opinions': {
    proposal: number;
    cadre: string;
    opinion?: string | undefined;
    unit: string;
    commandId?: string | undefined;
  };
  'POST integrity_opinions/{id}/comments': { body: string; commandId?: string | undefined };
  'POST integrity_opinions/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST meetings': {
    unit: string;
    body: 'partyCommittee' | 'partyGroup' | 'standingCommittee' | 'departmentAffairsMeeting';
    day: string;
    place: string;
    chair: number;
    members: { name: string; post: string; cadre?: string | null | undefined }[];
    agenda: number[];
    commandId?: string | undefined;
  };
  'POST meetings/{id}/comments': { body: string; commandId?: string | undefined };
  'POST meetings/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST notices/read': { ids: number[] } | { all: true };
  'POST policies': {
    policy: {
      age: { yearsAdded: { below: number; around: number; strict: number } };
      counting: { onlyOccupyingHeadcount: boolean; includeProbation: boolean; includeSecondment: boolean };
      levels: {
        strategy: 'completionRatio' | 'persistence' | 'unmetIndicatorCount';
        persistenceForDueOne: boolean;
        letters: {
          A: { severity: 1 | 2 | 3; label: string };
          B: { severity: 1 | 2 | 3; label: string };
          C: { severity: 1 | 2 | 3; label: string };
        };
        completion: { worstBelow: { num: number; den: number }; middleBelow: { num: number; den: number } };
        persistence: { worstFromQuarters: number };
        indicatorCount: { worstFrom: number; middleFrom: number };
      };
      unmetQuartersLookBack: number;
      gate: {
        table: {
          '1': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
          '2': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
          '3': {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
        };
        whileWarned: {
          keepsSeverity: boolean;
          afterReminders: number;
          atLeast: {
            met: 'clear' | 'flag' | 'block';
            improved: 'clear' | 'flag' | 'block';
            unchanged: 'clear' | 'flag' | 'block';
            unchangedFillingVacancy: 'clear' | 'flag' | 'block';
            worsened: 'clear' | 'flag' | 'block';
          };
        };
      };
      headlineShare: { num: number; den: number };
      ageingOutHorizonMonths: number;
      commitmentWindowDays: number;
      override: { minReasonLength: number };
      notice: {
        workingDays: number;
        countStartDay: boolean;
        receiving: { office: string; telephone: string; address: string; postcode: string };
      };
      filing: { dueCalendarDays: number; preReviewWorkingDays: number };
      answer: {
        reviewStartWorkingDays: number;
        suggestionReplyWorkingDays: number;
        explanationWorkingDays: number;
        filingReviewWorkingDays: number;
        supplementWorkingDays: number;
        correctionWorkingDays: number;
      };
      quorum: { presentShare: { num: number; den: number }; passShareOfEntitled: { num: number; den: number } };
      meeting: { required: boolean };
      recommendationValidMonths: number;
      probationMonths: number;
      reminders: {
        hours: { from: number; until: number };
        ladders: Record<
          string,
          {
            workingDays: number;
            kind: 'reminder' | 'escalation';
            roles: ('clerk' | 'leader' | 'reviewer' | 'chief' | 'deputy' | 'head' | 'discipline' | 'establishment')[];
          }[]
        >;
      };
      warning: {
        fromSeverity: 1 | 2 | 3;
        opensBetweenRounds: boolean;
        receiptWorkingDays: number;
        firstBetweenRounds: boolean;
        firstIssueWorkingDays: number;
        secondAfterDays: number;
        secondOnProposal: boolean;
        secondIssueWorkingDays: number;
        planWorkingDays: number;
        planReviewWorkingDays: number;
        circularSignWorkingDays: number;
      };
      teamNotices: { ageingOutMonths: number[]; vacancies: boolean; vacancyWithinDays: number };
      committeeReportMonths: number;
      eligibility: {
        base: {
          workMonths: number;
          grassrootsMonths: number;
          lowerPosts: number;
          deputyMonths: number;
          lowerPrincipalMonths: number;
          education: 'below-college' | 'college' | 'bachelor' | 'postgraduate';
          trainingMakeUpMonths: number;
          partyStandingMonths: number;
          sectionPrincipalMonths: number;
          sectionDeputyMonths: number;
          afterPromotionMonths: number;
          waivedByExceptional?:
            | (
                | 'E01'
                | 'E02'
                | 'E03'
                | 'E04'
                | 'E05'
                | 'E06'
                | 'E07'
                | 'E08'
                | 'E09'
                | 'E10'
                | 'E11'
                | 'E12'
                | 'E12L'
                | 'E13'
                | 'E14'
                | 'E15'
                | 'E16'
              )[]
            | undefined;
          effectMonths: {
            'reminder-talk': number;
            'letter-of-inquiry': number;
            admonition: number;
            'post-adjustment': number;
            'ordered-resignation': number;
            dismissal: number;
            demotion: number;
            suspension?: number | undefined;
            'admin-warning': number;
            'admin-demerit': number;
            'admin-serious-demerit': number;
            'admin-downgrade': number;
            'admin-removal': number;
            'party-warning': number;
            'party-serious-warning': number;
            'party-post-removal'?: number | undefined;
            'party-probation'?: number | undefined;
          };
          noHigherPostMonths?: Record<string, number> | undefined;
          ageLimitYears: Record<string, number | null>;
        };
        byUnitKind: Record<
          string,
          {
            workMonths?: number | undefined;
            grassrootsMonths?: number | undefined;
            lowerPosts?: number | undefined;
            deputyMonths?: number | undefined;
            lowerPrincipalMonths?: number | undefined;
            education?: 'below-college' | 'college' | 'bachelor' | 'postgraduate' | undefined;
            trainingMakeUpMonths?: number | undefined;
            partyStandingMonths?: number | undefined;
            sectionPrincipalMonths?: number | undefined;
            sectionDeputyMonths?: number | undefined;
            afterPromotionMonths?: number | undefined;
            waivedByExceptional?:
              | (
                  | 'E01'
                  | 'E02'
                  | 'E03'
                  | 'E04'
                  | 'E05'
                  | 'E06'
                  | 'E07'
                  | 'E08'
                  | 'E09'
                  | 'E10'
                  | 'E11'
                  | 'E12'
                  | 'E12L'
                  | 'E13'
                  | 'E14'
                  | 'E15'
                  | 'E16'
                )[]
              | undefined;
            effectMonths?:
              | {
                  'reminder-talk': number;
                  'letter-of-inquiry': number;
                  admonition: number;
                  'post-adjustment': number;
                  'ordered-resignation': number;
                  dismissal: number;
                  demotion: number;
                  suspension?: number | undefined;
                  'admin-warning': number;
                  'admin-demerit': number;
                  'admin-serious-demerit': number;
                  'admin-downgrade': number;
                  'admin-removal': number;
                  'party-warning': number;
                  'party-serious-warning': number;
                  'party-post-removal'?: number | undefined;
                  'party-probation'?: number | undefined;
                }
              | undefined;
            noHigherPostMonths?: Record<string, number> | undefined;
            ageLimitYears?: Record<string, number | null> | undefined;
          }
        >;
      };
      authority: Record<string, ('chu-principal' | 'chu-deputy' | 'ke-principal' | 'ke-deputy')[]>;
      procedure: {
        eligibilityBinds: boolean;
        fourChecks: boolean;
        disqualifications: boolean;
        priorReport: {
          required: boolean;
          bulkAdjustmentCount: number;
          bulkAdjustmentWindowCount: number;
          bulkAdjustmentWindowMonths: number;
          principalTenureMonths: number;
          replyWorkingDays: number;
        };
        integrityOpinion: { replyWorkingDays: number; validMonths: number; paperAllowed: boolean };
        headcountReviewBy: 'section' | 'establishment' | 'either';
      };
    };
    note: string;
    basedOn: number;
  };
  'POST policies/preview': Schemas['PolicyPreviewRequest'];
  'POST prior_reports': {
    proposal: number;
    matters?:
      | (
          | 'structureChange'
          | 'bulkAdjustment'
          | 'overEstablishment'
          | 'exceptionalPromotion'
          | 'kinPromotion'
          | 'afterSanction'
          | 'shortTenure'
          | 'nominatedWithoutRecommendation'
          | 'beyondAgeOrTerm'
          | 'nearStaff'
          | 'civilServiceTransfer'
          | 'other'
        )[]
      | undefined;
    reasons?: string | undefined;
    principles?: string | undefined;
    establishment?: string | undefined;
    integrity?: string | undefined;
    petitions?: string | undefined;
    unit: string;
    commandId?: string | undefined;
  };
  'POST prior_reports/{id}/comments': { body: string; commandId?: string | undefined };
  'POST prior_reports/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST proposals': {
    unit: string;
    title: string;
    reason: string;
    items: {
      cadre: string;
      appointTo?: string | null | undefined;
      removeFrom?: string | null | undefined;
      kind:
        | 'appoint'
        | 'transfer'
        | 'promote'
        | 'remove'
        | 'retire'
        | 'resign'
        | 'death'
        | 'sanction'
        | 'superior-decision'
        | 'body-abolished'
        | 'term-renewal'
        | 'congress-appointment'
        | 'military-placement';
      mode?: 'regular' | 'probation' | 'secondment' | 'concurrent' | undefined;
      occupiesHeadcount?: boolean | undefined;
      note?: string | undefined;
    }[];
    resumes?: number | null | undefined;
    commandId?: string | undefined;
  };
  'POST proposals/{id}/comments': { body: string; commandId?: string | undefined };
  'POST proposals/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST reports/half-year/reported': { reportedOn: string; half: string };
  'POST sample/clock': { now?: string | undefined; days?: number | undefined };
  'POST session': Schemas['SignIn'];
  'POST session/password': Schemas['ChangePassword'];
  'POST session/second-factor': Schemas['SecondFactorCode'];
  'POST session/second-factor/passkey': Schemas['PasskeyAnswer'];
  'POST session/second-factors/passkeys': Schemas['NewPasskey'];
  'POST session/second-factors/totp/confirm': Schemas['SecondFactorCode'];
  'POST stocktake_units/{id}/comments': { body: string; commandId?: string | undefined };
  'POST stocktake_units/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST stocktakes': {
    quarter: string;
    periods?:
      | {
          confirmation?: number | undefined;
          correction?: number | undefined;
          endorsement?: number | undefined;
          reply?: number | undefined;
        }
      | undefined;
    unit: string;
    commandId?: string | undefined;
  };
  'POST stocktakes/{id}/comments': { body: string; commandId?: string | undefined };
  'POST stocktakes/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST users': Schemas['NewUser'];
  'POST users/{id}/external-identities': Schemas['ExternalIdentity'];
  'POST users/{id}/grants': Schemas['NewGrant'];
  'POST users/{id}/password': Schemas['ResetPassword'];
  'POST warnings/{id}/comments': { body: string; commandId?: string | undefined };
  'POST warnings/{id}/events': {
    type: string;
    payload?: Record<string, unknown> | undefined;
    commandId: string;
    expectedVersion?: number | undefined;
  };
  'POST {plural}/{id}/copies': { users: number[] };
  'PUT cadres/{code}/dossier': Schemas['DossierChange'];
  'PUT calendar/{year}': {
    $schema?: string | undefined;
    $id?: string | undefined;
    year?: number | undefined;
    source?: string | undefined;
    paperUrl?: string | undefined;
    note?: string | undefined;
    papers?: string[] | undefined;
    days: {
      name: string;
      day?: string | undefined;
      kind?: 'off' | 'work' | undefined;
      date?: string | undefined;
      isOffDay?: boolean | undefined;
    }[];
    adjacent?:
      | {
          name: string;
          day?: string | undefined;
          kind?: 'off' | 'work' | undefined;
          date?: string | undefined;
          isOffDay?: boolean | undefined;
        }[]
      | undefined;
  };
  'PUT channels/dingtalk': {
    enabled: boolean;
    host?: string | undefined;
    accessToken?: string | undefined;
    secret?: string | undefined;
  };
  'PUT channels/email': {
    enabled: boolean;
    host: string;
    port: number;
    tls: 'implicit' | 'starttls' | 'none';
    from: string;
    username?: string | undefined;
    password?: string | undefined;
  };
  'PUT channels/wecom': { enabled: boolean; host?: string | undefined; key?: string | undefined };
  'PUT notification-preferences': Schemas['NotificationPreference'];
  'PUT saved-views': Schemas['SavedViews'];
  'PUT unit-successions/{predecessor}': { heir: string; kind: 'merged' | 'split' | 'renamed'; day: string };
}

export interface Queries {
  'GET audit': {
    from?: string | undefined;
    to?: string | undefined;
    actor?: number | undefined;
    objectType?: string | undefined;
    objectId?: string | undefined;
    event?: string | undefined;
    result?: string | undefined;
    requestId?: string | undefined;
    before?: string | undefined;
    limit?: number | undefined;
  };
  'GET audit/export': {
    from?: string | undefined;
    to?: string | undefined;
    actor?: number | undefined;
    objectType?: string | undefined;
    objectId?: string | undefined;
    event?: string | undefined;
    result?: string | undefined;
    requestId?: string | undefined;
    format?: 'ndjson' | 'csv' | undefined;
    grant: string;
  };
  'GET cadres': {
    limit?: number | undefined;
    offset?: number | undefined;
    query?: string | undefined;
    unit?: string | undefined;
    asOf?: string | undefined;
  };
  'GET cadres/{code}/approval-form': {
    format?: 'lrmx' | 'docx' | 'pdf' | undefined;
    proposal?: number | undefined;
    grant: string;
  };
  'GET cadres/{code}/eligibility': { post: string; on?: string | undefined };
  'GET cadres/{code}/photo': { grant: string };
  'GET calendar': { year?: number | undefined };
  'GET calendar/working-days': { from: string; days: number; countStart?: 'true' | 'false' | undefined };
  'GET circular_units': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET circular_units/{id}/attachments/{attachment}': { grant: string };
  'GET circular_units/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET circular_units/{id}/letter.docx': { grant: string; format?: 'docx' | 'pdf' | undefined };
  'GET circular_units/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET circulars': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET circulars/{id}/attachments/{attachment}': { grant: string };
  'GET circulars/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET circulars/{id}/letter.docx': { grant: string; format?: 'docx' | 'pdf' | undefined };
  'GET circulars/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET colleagues': { query?: string | undefined; unit?: string | undefined; limit?: number | undefined };
  'GET delegations': { before?: number | undefined; limit?: number | undefined };
  'GET deliveries': {
    state?: 'waiting' | 'failed' | 'dead' | undefined;
    limit?: number | undefined;
    cursor?: number | undefined;
  };
  'GET exports/ledger': {
    asOf?: string | undefined;
    unit?: string | undefined;
    task?: string | undefined;
    level?: 'A' | 'B' | 'C' | undefined;
    grant: string;
  };
  'GET exports/workbook': { asOf?: string | undefined; dossiers?: 'true' | 'false' | undefined; grant: string };
  'GET filings': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET filings/{id}/attachments/{attachment}': { grant: string };
  'GET filings/{id}/forms/{name}': { grant: string; format?: 'docx' | 'pdf' | undefined };
  'GET filings/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET filings/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET grantable-units': { query?: string | undefined; limit?: number | undefined };
  'GET headcount_reviews': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET headcount_reviews/{id}/forms/{name}': { grant: string; format?: 'docx' | 'pdf' | undefined };
  'GET inbox': {
    tab?: 'todo' | 'done' | 'mine' | 'copied' | undefined;
    workflow?: string | undefined;
    unit?: string | undefined;
    q?: string | undefined;
    overdue?: string | undefined;
    limit?: number | undefined;
    cursor?: string | undefined;
  };
  'GET installation-notices': {
    unread?: string | undefined;
    limit?: number | undefined;
    cursor?: number | undefined;
    behind?: number | undefined;
  };
  'GET integrity_opinions': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET integrity_opinions/{id}/attachments/{attachment}': { grant: string };
  'GET integrity_opinions/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET integrity_opinions/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET meetings': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET meetings/arrangeable': { unit: string };
  'GET meetings/{id}/attachments/{attachment}': { grant: string };
  'GET meetings/{id}/forms/{name}': { grant: string };
  'GET meetings/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET meetings/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET notices': {
    unread?: string | undefined;
    limit?: number | undefined;
    cursor?: number | undefined;
    behind?: number | undefined;
  };
  'GET prior_reports': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET prior_reports/{id}/attachments/{attachment}': { grant: string };
  'GET prior_reports/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET prior_reports/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET proposals': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET proposals/{id}/attachments/{attachment}': { grant: string };
  'GET proposals/{id}/forms/{name}': { grant: string; format?: 'docx' | 'pdf' | undefined };
  'GET proposals/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET proposals/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET proposals/{id}/suggestion-letter.docx': { grant: string; format?: 'docx' | 'pdf' | undefined };
  'GET reports/half-year': { half?: string | undefined };
  'GET reports/half-year.docx': { half?: string | undefined; grant: string; format?: 'docx' | 'pdf' | undefined };
  'GET reports/half-year.xlsx': { half?: string | undefined; grant: string };
  'GET reports/situation': { asOf?: string | undefined; task?: string | undefined; unit?: string | undefined };
  'GET reports/situation.xlsx': { asOf?: string | undefined; task?: string | undefined; unit?: string | undefined };
  'GET reports/situation/leavers': {
    limit?: number | undefined;
    offset?: number | undefined;
    asOf?: string | undefined;
    task?: string | undefined;
    unit?: string | undefined;
    month?: string | undefined;
  };
  'GET reports/situation/trend': { asOf?: string | undefined; task?: string | undefined; unit?: string | undefined };
  'GET session/cas/callback': { ticket: string; state: string };
  'GET staffing': {
    limit?: number | undefined;
    offset?: number | undefined;
    asOf?: string | undefined;
    unit?: string | undefined;
    task?: string | undefined;
    level?: 'A' | 'B' | 'C' | undefined;
    short?: string | undefined;
    vacant?: string | undefined;
    city?: string | undefined;
  };
  'GET staffing/headline': { asOf?: string | undefined; task?: string | undefined };
  'GET stocktake_units': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET stocktake_units/{id}/attachments/{attachment}': { grant: string };
  'GET stocktake_units/{id}/check-sheet.xlsx': { grant: string };
  'GET stocktake_units/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET stocktake_units/{id}/letter.docx': { grant: string; format?: 'docx' | 'pdf' | undefined };
  'GET stocktake_units/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET stocktakes': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET stocktakes/{id}/attachments/{attachment}': { grant: string };
  'GET stocktakes/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET stocktakes/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'GET stocktakes/{id}/snapshot': {
    unit?: string | undefined;
    level?: 'A' | 'B' | 'C' | undefined;
    revision?: number | undefined;
    limit?: number | undefined;
    offset?: number | undefined;
  };
  'GET teams': {
    limit?: number | undefined;
    offset?: number | undefined;
    asOf?: string | undefined;
    unit?: string | undefined;
  };
  'GET teams/{code}': { asOf?: string | undefined };
  'GET units': {
    limit?: number | undefined;
    offset?: number | undefined;
    under?: string | undefined;
    kind?:
      | 'organization-department'
      | 'city-party-gov-department'
      | 'city-other'
      | 'county-level-area'
      | 'county-party-gov-department'
      | 'county-other'
      | 'township'
      | undefined;
    query?: string | undefined;
  };
  'GET units/{code}/roster': { asOf?: string | undefined; grant: string };
  'GET users': { query?: string | undefined; after?: number | undefined; limit?: number | undefined };
  'GET warnings': {
    state?: string | undefined;
    unit?: string | undefined;
    mine?: string | undefined;
    done?: string | undefined;
    q?: string | undefined;
    before?: number | undefined;
    limit?: number | undefined;
  };
  'GET warnings/{id}/attachments/{attachment}': { grant: string };
  'GET warnings/{id}/history': { after?: number | undefined; limit?: number | undefined };
  'GET warnings/{id}/letter': { documentNo?: string | undefined };
  'GET warnings/{id}/letter.docx': {
    documentNo?: string | undefined;
    grant: string;
    format?: 'docx' | 'pdf' | undefined;
  };
  'GET warnings/{id}/rehearsal': { from?: string | undefined; until?: string | undefined };
  'POST forms/imports': { dryRun?: 'true' | 'false' | undefined };
  'POST forms/roster-imports': { dryRun?: 'true' | 'false' | undefined };
  'POST imports': { dryRun?: 'true' | 'false' | undefined };
}
