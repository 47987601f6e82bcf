package speedup.worker;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The pipes from and to the parent, out of reach for programs that a task starts: these inherit
 * descriptors 0 and 1, could write between the frames, and would keep the pipe open after the end
 * of this process.
 */
record Pipes(InputStream fromParent, OutputStream toParent) {
  /**
   * Where a process finds its own open files; on systems without it the pipes stay where they are.
   */
  private static final File DESCRIPTORS = new File("/dev/fd");

  /** Takes the standard streams' pipes for this worker alone. Called once, before anything else. */
  static Pipes take() {
    var input = new FileInputStream(FileDescriptor.in);
    var output = new FileOutputStream(FileDescriptor.out);
    if (DESCRIPTORS.isDirectory()) {
      try {
        var own =
            new Pipes(
                new FileInputStream(new File(DESCRIPTORS, "0")),
                new FileOutputStream(new File(DESCRIPTORS, "1")));
        // Java does not close descriptors 0 to 2: it points them to /dev/null
        input.close();
        output.close();
        return own;
      } catch (IOException e) {
        return new Pipes(input, output); // a system where they cannot be opened twice
      }
    }
    return new Pipes(input, output);
  }
}
