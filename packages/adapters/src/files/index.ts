/**
 * Where attachments are kept: a folder, or a bucket of S3; checked by type, size and hash.
 * 附件的存放：本机文件夹或 S3 兼容的对象存储；按类型、大小和指纹检查。
 * @module
 */
export { fileStoreContract, type PromisedOfFiles } from './contract.ts';
export { fileIssue, fileSentences, fileText, type FileCode, type FileIssue, type FileParams } from './file-issues.ts';
export type { FileStoreOptions } from './file-store.ts';
export { allowedTypes, isShown } from './file-types.ts';
export { localFolder } from './local-folder.ts';
export { DamagedFile, type FileLabel, type FileStore, type StoredFile } from './port.ts';
export { storeWithFiles } from './store-with-files.ts';
export { s3Files, type S3Options } from './s3.ts';
