import type { Request, RequestHandler, Response } from 'express';
import { createPageTemplates } from './createPageTemplates';
import { loadPageAssets, type PageAssets } from './pageAssets';
import { ASSET_CACHE, PUBLIC_PAGE_HEADERS } from './publicPageHeaders';

/** What every page of a service shows around its content. */
export interface PublicSite {
  /** Name in the header and the title: "IMSA Hub". */
  name: string;
  /** The service under it: "Advice line". */
  service: string;
  /** Where the pages are mounted, without a slash at the end: `/ask`. */
  base: string;
  /** Links of the footer. */
  links: ReadonlyArray<{ href: string; text: string }>;
  /** One sentence on leaving in a hurry. */
  shortcut: string;
}

/** One page to send. */
export interface PublicPage {
  template: string;
  /** Heading and document title. */
  title: string;
  /** 200 unless told. */
  status?: number;
  hasErrors?: boolean;
  /** What the template needs beside `page` and `site`. */
  view?: object;
}

/** Draws and sends the pages of one public service. */
export class PublicPages {
  readonly site: PublicSite;
  private readonly assets: PageAssets;
  private readonly draw: ReturnType<typeof createPageTemplates>;

  /** @param options - `folders`: templates of the service's own */
  constructor(options: { site: PublicSite; folders?: readonly string[] }) {
    this.site = options.site;
    this.assets = loadPageAssets();
    this.draw = createPageTemplates({ folders: options.folders ?? [] });
  }

  /** Sets the headers that every answer has. */
  headers(): RequestHandler {
    return (_request, response, next) => {
      response.removeHeader('x-powered-by');
      response.set(PUBLIC_PAGE_HEADERS);
      next();
    };
  }

  /** Sends a page. No ETag: it would tell whether a private page changed. */
  send(response: Response, page: PublicPage): void {
    const html = this.html(page);
    response.status(page.status ?? 200);
    response.set('content-type', 'text/html; charset=utf-8');
    response.set('content-length', String(Buffer.byteLength(html)));
    response.end(html);
  }

  /** The page as text. */
  html(page: PublicPage): string {
    const { site, assets } = this;
    const at = (fileName: string) => `${site.base}/assets/${fileName}`;
    return this.draw(page.template, {
      ...page.view,
      page: { title: page.title, hasErrors: page.hasErrors ?? false },
      site: {
        name: site.name,
        service: site.service,
        links: site.links,
        shortcut: site.shortcut,
        home: site.base,
        leave: `${site.base}/leave`,
        styles: at(assets.styles.fileName),
        script: at(assets.script.fileName),
        icon: at(assets.icon.fileName),
      },
    });
  }

  /** Serves the style sheet, script and icon; passes on for anything else. */
  asset(): RequestHandler {
    return (request: Request, response: Response, next) => {
      const found = this.assets.all.find(
        ({ fileName }) => fileName === request.params.file,
      );
      if (!found) {
        next();
        return;
      }
      response.set('content-type', found.contentType);
      response.set('cache-control', ASSET_CACHE);
      response.set('content-length', String(found.content.length));
      response.end(found.content);
    };
  }
}
