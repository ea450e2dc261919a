export interface NamedImage {
  name: string;
  tag: string;
  /** `sha256:…` */
  digest?: string;
}

/** The images that a Dockerfile or compose file names, with their tags; own ones (`cellthread-…`) left out. */
export function namedImages(text: string): NamedImage[];

/** The same text with these images at these tags and, where one is given, digests. */
export function withImages(text: string, tags: Record<string, string>, digests?: Record<string, string>): string;
