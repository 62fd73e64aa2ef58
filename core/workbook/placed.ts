import { askedOf, type Asked } from './asked.ts';
import { layOut, type Layout } from './layout.ts';
import type { WorkbookRequest } from './request.ts';

/** A request with what is asked in it and where it stands. */
export interface PlacedRequest {
  request: WorkbookRequest;
  asked: Asked;
  layout: Layout;
}

/** Draws up what a request asks for, and where. */
export function placed(request: WorkbookRequest): PlacedRequest {
  const asked = askedOf(request);
  return { request, asked, layout: layOut(request, asked) };
}
