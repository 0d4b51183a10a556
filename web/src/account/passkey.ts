/* What WebAuthn's JSON form is to the browser and back: browsers of before 2023 do not convert it by themselves. */

type Json = Record<string, unknown>;

export const hasPasskeys = (): boolean => 'PublicKeyCredential' in window;

function bytesOf(text: string): ArrayBuffer {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer;
}

function textOf(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const withBytes = (list: unknown): PublicKeyCredentialDescriptor[] =>
  ((list ?? []) as { type: 'public-key'; id: string }[]).map(({ type, id }) => ({ type, id: bytesOf(id) }));

/** Lets the device make a passkey. @param options as the server gave them */
export async function makePasskey(options: Json): Promise<Json> {
  const user = options['user'] as { id: string; name: string; displayName: string };
  const publicKey = {
    ...options,
    challenge: bytesOf(String(options['challenge'])),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: withBytes(options['excludeCredentials']),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const answer = made.response as AuthenticatorAttestationResponse;
  return {
    ...common(made),
    response: {
      clientDataJSON: textOf(answer.clientDataJSON),
      attestationObject: textOf(answer.attestationObject),
      transports: answer.getTransports?.() ?? [],
    },
  };
}

/** Lets the device answer a challenge. @param options as the server gave them */
export async function answerWithPasskey(options: Json): Promise<Json> {
  const publicKey = {
    ...options,
    challenge: bytesOf(String(options['challenge'])),
    allowCredentials: withBytes(options['allowCredentials']),
  } as unknown as PublicKeyCredentialRequestOptions;
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const answer = shown.response as AuthenticatorAssertionResponse;
  return {
    ...common(shown),
    response: {
      clientDataJSON: textOf(answer.clientDataJSON),
      authenticatorData: textOf(answer.authenticatorData),
      signature: textOf(answer.signature),
      ...(answer.userHandle !== null && { userHandle: textOf(answer.userHandle) }),
    },
  };
}

const common = ({ id, rawId }: PublicKeyCredential): Json => ({
  id,
  rawId: textOf(rawId),
  type: 'public-key',
  clientExtensionResults: {},
});
