import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Db } from '../db/index.js';

/** Numbers for Prometheus. Labels name routes and statuses, never people, units or ids. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(db: Db) {
    collectDefaultMetrics({ register: this.registry });
    const pool = (db.dataSource.driver as unknown as { master: pg.Pool }).master;
    this.gauge('database_connections', 'Open connections of this process', () => pool.totalCount);
    this.gauge('database_connections_idle', 'Open connections that wait for work', () => pool.idleCount);
    this.gauge('database_requests_waiting', 'Requests that wait for a connection', () => pool.waitingCount);
  }

  /** Express middleware that times every request. */
  readonly observe = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.requests.startTimer();
    response.once('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'unmatched';
      stop({ method: request.method, route, status: response.statusCode });
    });
    next();
  };

  /** Adds a number that is read whenever the numbers are asked for. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const collect = async (): Promise<void> => gauge.set(await read());
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect });
  }
}
