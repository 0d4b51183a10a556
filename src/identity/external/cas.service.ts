import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Config } from '../../platform/index.js';
import { refuse } from '../identity.refusals.js';
import { type CasAnswer, readCasAnswer } from './cas-answer.js';
import type { ExternalPerson } from './external-person.js';
import type { Round } from './sign-in-round.js';

const CALLBACK = '/api/v1/session/cas/callback';
const TIMEOUT_MS = 5_000;

/** Sign-in through a CAS 3 server. The ticket is checked by us with the server, never taken from the browser's word. */
@Injectable()
export class CasService {
  private readonly logger = new Logger('ExternalSignIn');

  constructor(@Inject(Config) private readonly config: Config) {}

  /** Where to send the browser, and what it must bring back. @refuses SIGN_IN_METHOD_OFF */
  begin(): { address: string; round: Round } {
    const state = randomBytes(16).toString('base64url');
    const address = new URL(`${this.provider}/login`);
    address.searchParams.set('service', this.serviceOf(state));
    return { address: address.href, round: { way: 'cas', state } };
  }

  /** @refuses EXTERNAL_SIGN_IN_FAILED, SIGN_IN_METHOD_OFF, IDENTITY_PROVIDER_UNREACHABLE */
  async finish(ticket: string, state: string, round: Round): Promise<ExternalPerson> {
    const [given, expected] = [Buffer.from(state), Buffer.from(round.state)];
    const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
    const answer = isOurs ? await this.validate(ticket, this.serviceOf(round.state)) : null;
    if (answer === null) refuse('EXTERNAL_SIGN_IN_FAILED');
    return {
      provider: this.provider,
      subject: answer.user,
      preferredName: answer.user,
      displayName: answer.attributes.get('displayName')?.[0] ?? null,
      groups: answer.attributes.get(this.config.signIn.groupsClaim) ?? [],
    };
  }

  /** @refuses SIGN_IN_METHOD_OFF */
  get provider(): string {
    return this.config.signIn.casUrl ?? refuse('SIGN_IN_METHOD_OFF');
  }

  private async validate(ticket: string, service: string): Promise<CasAnswer | null> {
    const address = new URL(`${this.provider}/p3/serviceValidate`);
    address.searchParams.set('service', service);
    address.searchParams.set('ticket', ticket);
    try {
      const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      return response.ok ? readCasAnswer(await response.text()) : null;
    } catch (error) {
      this.logger.error({ event: 'cas-unreachable', reason: (error as Error).name });
      return refuse('IDENTITY_PROVIDER_UNREACHABLE');
    }
  }

  private serviceOf(state: string): string {
    const service = new URL(CALLBACK, this.config.publicOrigin);
    service.searchParams.set('state', state);
    return service.href;
  }
}
