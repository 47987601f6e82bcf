package speedup.workload;

import java.util.List;

/**
 * Some of the files of a folder.
 *
 * @param folder a whole path
 * @param files where they are in it
 */
public record FolderSlice(String folder, List<String> files) {
  /** Copies the names. */
  public FolderSlice {
    files = List.copyOf(files);
  }
}
