/**
 * `wasi:filesystem` for programs that are given no files: the engine's C library imports it, and finds that there is no
 * directory it may open.
 */
export const preopens = {
  getDirectories() {
    return [];
  },
};

class Descriptor {}
class DirectoryEntryStream {}

export const types = {
  Descriptor,
  DirectoryEntryStream,
  filesystemErrorCode() {
    return undefined;
  },
};
