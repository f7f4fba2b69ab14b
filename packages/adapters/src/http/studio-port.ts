import type { Engine, Method, Words } from '@bihuan/core';

/** A version of the district's method that was published in the studio. `at`: epoch ms. */
export interface PublishedVersion { readonly version: string; readonly at: number; readonly by: string }

/** The district's one draft. `revision` counts its changes, so that the second of two editors learns that there is a first. */
export interface MethodDraft { readonly text: string; readonly revision: number; readonly at: number; readonly by: string }

/** A method to begin with, as its file has it. */
export interface MethodFile { readonly id: string; readonly version: string; readonly label: Words; readonly text: string }

/** What the method studio of one tenant needs of its host: where drafts and versions are kept, and what follows when one is published. */
export interface StudioPort {
  /** In the order in which they were published. */
  versions(): Promise<readonly PublishedVersion[]>;
  text(version: string): Promise<string | undefined>;
  draft(): Promise<MethodDraft | undefined>;
  /** Keeps a draft whose revision before was `seen` (0: none); false where it is another by now. */
  saveDraft(draft: Omit<MethodDraft, 'revision'>, seen: number): Promise<boolean>;
  dropDraft(): Promise<void>;
  /** Keeps a version for good; false where it is there already. */
  publish(version: PublishedVersion & { readonly text: string }): Promise<boolean>;
  /** From now on new cases follow what was published: the host makes its engine anew. */
  published(): Promise<void>;
  /** An engine over the same cases that has this method too: only asked what would be. */
  engineWith(candidate: Method): Engine;
  readonly files: readonly MethodFile[];
  /** The scenarios that were written for the method, as their file has them. */
  readonly scenarios?: string;
}
