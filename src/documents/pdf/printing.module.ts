import { Global, Module } from '@nestjs/common';
import { PdfConverter } from './pdf-converter.js';
import { PrintingController } from './printing.controller.js';

/** One line for one office suite: every room that prints waits in the same. */
@Global()
@Module({ controllers: [PrintingController], providers: [PdfConverter], exports: [PdfConverter] })
export class PrintingModule {}
