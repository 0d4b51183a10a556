import { Inject, Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Config } from '../../platform/index.js';
import { refuse } from '../identity.refusals.js';
import { type ExternalPerson, textsOf } from './external-person.js';
import type { Round } from './sign-in-round.js';

const CALLBACK = '/api/v1/session/oidc/callback';

/** OpenID Connect: authorization code with PKCE, state and nonce. */
@Injectable()
export class OidcService {
  private readonly logger = new Logger('ExternalSignIn');
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(Config) private readonly config: Config) {}

  /** Where to send the browser, and what it must bring back. @refuses SIGN_IN_METHOD_OFF, IDENTITY_PROVIDER_UNREACHABLE */
  async begin(): Promise<{ address: string; round: Round }> {
    const server = await this.server();
    const verifier = oidc.randomPKCECodeVerifier();
    const round = { way: 'oidc', state: oidc.randomState(), nonce: oidc.randomNonce(), verifier } as const;
    const address = oidc.buildAuthorizationUrl(server, {
      redirect_uri: this.addressOf(CALLBACK).href,
      scope: this.settings.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: round.state,
      nonce: round.nonce,
    });
    return { address: address.href, round };
  }

  /**
   * Whom the provider vouches for.
   * @param path the callback's path with everything the provider added
   * @refuses EXTERNAL_SIGN_IN_FAILED, SIGN_IN_METHOD_OFF, IDENTITY_PROVIDER_UNREACHABLE
   */
  async finish(path: string, { state, nonce, verifier }: Round): Promise<ExternalPerson> {
    const server = await this.server();
    if (nonce === undefined || verifier === undefined) refuse('EXTERNAL_SIGN_IN_FAILED');
    try {
      const tokens = await oidc.authorizationCodeGrant(server, this.addressOf(path), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return this.personOf(await claimsOf(server, tokens, this.config.signIn.groupsClaim));
    } catch (error) {
      // The provider's words may name the person: the kind of fault is enough for the operator.
      this.logger.warn({ event: 'oidc-refused', reason: (error as { code?: string }).code ?? (error as Error).name });
      return refuse('EXTERNAL_SIGN_IN_FAILED');
    }
  }

  /** @refuses SIGN_IN_METHOD_OFF */
  get provider(): string {
    return this.settings.issuer;
  }

  private personOf(claims: { sub: string; [claim: string]: unknown }): ExternalPerson {
    const groups = claims[this.config.signIn.groupsClaim];
    return {
      provider: this.provider,
      subject: claims.sub,
      preferredName: textsOf(claims['preferred_username'])[0] ?? null,
      displayName: textsOf(claims['name'])[0] ?? null,
      groups: groups === undefined ? [] : textsOf(groups),
    };
  }

  private get settings() {
    return this.config.signIn.oidc ?? refuse('SIGN_IN_METHOD_OFF');
  }

  private addressOf(path: string): URL {
    return new URL(path, this.config.publicOrigin);
  }

  // Asked for once; a provider that was away is asked again by the next person who signs in.
  private async server(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    this.discovered ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      this.logger.error({ event: 'oidc-unreachable', reason: (error as Error).name });
      return refuse('IDENTITY_PROVIDER_UNREACHABLE');
    }
  }
}

// Some providers tell groups in the ID token, others only when asked for the person.
async function claimsOf(
  server: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  groupsClaim: string,
): Promise<{ sub: string; [claim: string]: unknown }> {
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('the provider gave no ID token');
  if (claims[groupsClaim] !== undefined || server.serverMetadata().userinfo_endpoint === undefined) return claims;
  return { ...claims, ...(await oidc.fetchUserInfo(server, tokens.access_token, claims.sub)) };
}
