import { SetMetadata } from '@nestjs/common';

export const ACCEPTS_UPLOAD = 'platform:accepts-upload';

/** Marks a route that takes a file as multipart/form-data; every other route takes JSON alone. */
export const AcceptsUpload = (): MethodDecorator => SetMetadata(ACCEPTS_UPLOAD, true);
