import { z } from 'zod';
import { plainText } from '../plain-text.js';

export const codeBody = z
  .object({
    code: z.string().trim().min(6).max(24).meta({ description: 'six digits of the authenticator, or a recovery code' }),
  })
  .meta({ id: 'SecondFactorCode' });
export type CodeBody = z.infer<typeof codeBody>;

// What the browser's navigator.credentials gave, as JSON; its inside is checked by the verification itself.
const clientAnswer = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string().min(1).max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
});

export const passkeyBody = z
  .object({
    credential: clientAnswer.extend({
      response: z.looseObject({
        clientDataJSON: z.string().max(10_000),
        authenticatorData: z.string().max(10_000),
        signature: z.string().max(10_000),
        userHandle: z.string().max(200).optional(),
      }),
    }),
  })
  .meta({ id: 'PasskeyAnswer' });
export type PasskeyBody = z.infer<typeof passkeyBody>;

export const newPasskeyBody = z
  .object({
    label: plainText(1, 40).meta({ description: 'how the owner calls the device' }),
    credential: clientAnswer.extend({
      response: z.looseObject({
        clientDataJSON: z.string().max(10_000),
        attestationObject: z.string().max(40_000),
        transports: z.array(z.string().max(20)).max(10).optional(),
      }),
    }),
  })
  .meta({ id: 'NewPasskey' });
export type NewPasskeyBody = z.infer<typeof newPasskeyBody>;

/** Options for `navigator.credentials`, as WebAuthn's JSON form has them. */
export const passkeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });
export type PasskeyOptions = z.infer<typeof passkeyOptions>;

export const newTotp = z
  .object({ secret: z.string(), uri: z.string().meta({ description: 'otpauth address, to be shown as a QR code' }) })
  .meta({ id: 'NewTotp' });
export type NewTotp = z.infer<typeof newTotp>;

export const recoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).meta({ description: 'shown once; each serves once' }) })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

export const secondFactorsView = z
  .object({
    totp: z.boolean(),
    recoveryCodesLeft: z.number().int(),
    passkeys: z.array(
      z.object({
        id: z.number().int(),
        label: z.string(),
        createdAt: z.string(),
        lastUsedAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'SecondFactors' });
export type SecondFactorsView = z.infer<typeof secondFactorsView>;
