package speedup.workload;

import java.util.List;

/**
 * Some of the pictures of a folder and where to put what is made of them.
 *
 * @param folder a whole path
 * @param files where the pictures are in it
 * @param to a whole path
 * @param outputs where the grey pictures come into it, in the order of {@code files}
 */
public record PictureSlice(String folder, List<String> files, String to, List<String> outputs) {
  /** Copies the names. */
  public PictureSlice {
    files = List.copyOf(files);
    outputs = List.copyOf(outputs);
  }
}
