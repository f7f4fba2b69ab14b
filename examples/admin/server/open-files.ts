import { type FileStore, localFolder } from '@bihuan/adapters/files';
import { ensureFolder } from './open-database.ts';
import { StartFailure } from './start-failure.ts';

/** Where attachments lie, the folder made; nothing where none is named: then there are no uploads. */
export function openFiles(folder: string | undefined): FileStore | undefined {
  if (folder === undefined) return undefined;
  try {
    ensureFolder(folder);
  } catch (error) {
    throw new StartFailure({ zh: `无法建立附件文件夹“${folder}”，请检查权限，或用 BIHUAN_FILES 换一个`, en: `Cannot make the folder for attachments "${folder}": check who may write there, or name another with BIHUAN_FILES` }, error);
  }
  return localFolder(folder);
}
