import { type BlockList, isIPv4 } from 'node:net';
import { Inject, Injectable, type NestMiddleware, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NextFunction, Request, Response } from 'express';
import { Config, networkList } from '../../platform/index.js';
import { refuse } from '../identity.refusals.js';
import type { ExternalPerson } from './external-person.js';

/**
 * Believes what a gateway in front of us says: who the user is, and (any trusted proxy) from which address a request
 * comes. What anybody else says of it is taken off the request before anything reads it.
 */
@Injectable()
export class Gateway implements NestMiddleware, OnModuleInit {
  private readonly header: string | undefined;
  private readonly addresses: BlockList;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(HttpAdapterHost) private readonly adapter: Partial<HttpAdapterHost>,
  ) {
    const { gateway } = config.signIn;
    this.header = gateway?.header;
    this.addresses = networkList(gateway?.addresses ?? []);
  }

  // The console commands run the product without a server.
  onModuleInit(): void {
    const { trustedProxies } = this.config.signIn;
    const server = this.adapter.httpAdapter?.getInstance<{ set(name: string, value: unknown): void }>();
    if (trustedProxies.length > 0) server?.set('trust proxy', [...trustedProxies]);
  }

  use(request: Request, _response: Response, next: NextFunction): void {
    if (this.header !== undefined && !this.isGateway(request.socket.remoteAddress ?? '')) {
      delete request.headers[this.header];
    }
    next();
  }

  /** Whom the gateway says the request is from. @refuses SIGN_IN_METHOD_OFF, EXTERNAL_SIGN_IN_FAILED - it says nothing */
  personOf(request: Request): ExternalPerson {
    if (this.header === undefined) refuse('SIGN_IN_METHOD_OFF');
    const subject = request.header(this.header)?.trim() ?? '';
    if (subject === '') refuse('EXTERNAL_SIGN_IN_FAILED');
    return { provider: this.provider, subject, preferredName: null, displayName: null, groups: undefined };
  }

  /** @refuses SIGN_IN_METHOD_OFF */
  get provider(): string {
    return this.header === undefined ? refuse('SIGN_IN_METHOD_OFF') : 'gateway';
  }

  private isGateway(address: string): boolean {
    const plain = address.replace(/^::ffff:/, '');
    return this.addresses.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
  }
}
